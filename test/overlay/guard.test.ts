import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_KEYS } from "#lib/domain/commands.ts";
import { HOST_NAME, startGuard, type Guard } from "#lib/overlay/guard.ts";
import { createKeys } from "#lib/overlay/keys.ts";

let stop: AbortController;
let guard: Guard;
let host: HTMLElement;
let field: HTMLInputElement;
let heard: string[];

const TYPES = ["keydown", "keyup", "input", "click", "mousedown", "focusin", "focusout", "blur", "paste"];

beforeEach(() => {
  stop = new AbortController();
  guard = startGuard(window, stop.signal);
  heard = [];
  for (const type of TYPES)
    window.addEventListener(type, ({ target }) => heard.push(`${type} ${(target as Element).localName}`), {
      capture: true,
      signal: stop.signal,
    });
  host = document.createElement(HOST_NAME);
  field = document.createElement("input");
  host.attachShadow({ mode: "open" }).append(field);
  document.body.append(host);
});
afterEach(() => {
  stop.abort();
  host.remove();
});

function pressOnPage(code: string): boolean {
  const event = new KeyboardEvent("keydown", { code, bubbles: true, composed: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}

describe("the guard", () => {
  it("keeps what happens in our tree from the page, and our own views hear it with all it carries", () => {
    const seen: unknown[] = [];
    host.shadowRoot?.addEventListener("keydown", (event) => seen.push((event as KeyboardEvent).code));
    field.dispatchEvent(new KeyboardEvent("keydown", { code: "Digit3", bubbles: true, composed: true }));
    field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    expect(seen).toEqual(["Digit3"]);
    expect(heard).toEqual([]);
  });

  it("keeps the release of a key that was pressed in our tree, wherever the focus went by then", () => {
    const key = { code: "Escape", bubbles: true, composed: true };
    field.dispatchEvent(new KeyboardEvent("keydown", key));
    document.body.dispatchEvent(new KeyboardEvent("keyup", key));
    expect(heard).toEqual([]);
    document.body.dispatchEvent(new KeyboardEvent("keyup", key));
    expect(heard).toEqual(["keyup body"]);
  });

  it("carries a prevented default back", () => {
    field.addEventListener("keydown", (event) => event.preventDefault());
    const event = new KeyboardEvent("keydown", { bubbles: true, composed: true, cancelable: true });
    field.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });

  it("presses a checkbox once", () => {
    field.type = "checkbox";
    field.click();
    expect(field.checked).toBe(true);
  });

  it("does not tell the page that focus went to us, and tells it what does not concern us", () => {
    const composer = document.body.appendChild(document.createElement("textarea"));
    composer.focus();
    heard.splice(0);
    field.focus();
    expect(heard).toEqual([]);
    composer.focus();
    expect(heard).toContain("focusin textarea");
    composer.click();
    expect(heard).toContain("click textarea");
    composer.remove();
  });

  it("keeps a key that was taken from the page, and no other", () => {
    guard.chord = ({ code }) => code === "Digit3";
    expect([pressOnPage("Digit3"), pressOnPage("Digit6")]).toEqual([true, false]);
    expect(heard).toEqual(["keydown body"]);
  });
});

const keysOn = (off: Partial<Parameters<typeof createKeys>[0]>) =>
  createKeys({ guard, isActive: () => true, areChordsOn: () => true, keys: () => DEFAULT_KEYS, ...off });

describe("chords", () => {
  const CHORD = { type: "keydown", code: "Digit3", altKey: true, shiftKey: true, isTrusted: true };
  const taken: string[] = [];
  const press = (change: Record<string, unknown> = {}) =>
    guard.chord({
      ctrlKey: false,
      metaKey: false,
      repeat: false,
      isComposing: false,
      ...CHORD,
      ...change,
    } as KeyboardEvent);

  beforeEach(() => {
    taken.splice(0);
    keysOn({}).on("qualified", () => taken.push("qualified"), stop.signal);
  });

  it("are Alt and Shift with a key, pressed once by a person", () => {
    expect(press()).toBe(true);
    expect(taken).toEqual(["qualified"]);
  });

  it.each([
    ["with Ctrl, which is AltGr on Windows", { ctrlKey: true }],
    ["with Meta", { metaKey: true }],
    ["without Shift", { shiftKey: false }],
    ["without Alt", { altKey: false }],
    ["repeating", { repeat: true }],
    ["composing a word", { isComposing: true }],
    ["made by a script of the page", { isTrusted: false }],
  ])("are none %s", (_, change) => {
    expect(press(change)).toBe(false);
    expect(taken).toEqual([]);
  });

  it("held down act once, and neither the repeats nor the release reach the page", () => {
    press();
    expect(press({ repeat: true })).toBe(true);
    expect(press({ type: "keyup", altKey: false })).toBe(true);
    expect(press({ type: "keyup", altKey: false })).toBe(false);
    expect(taken).toEqual(["qualified"]);
  });

  it("are left to the page where they are off, or the page is no inbox, and where nobody listens", () => {
    for (const off of [{ areChordsOn: () => false }, { isActive: () => false }]) {
      keysOn(off).on("qualified", () => taken.push("qualified"), stop.signal);
      expect(press()).toBe(false);
    }
    expect(taken).toEqual([]);
    expect(press({ code: "KeyQ" })).toBe(false);
  });
});
