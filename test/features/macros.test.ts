import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import type { Macro } from "#lib/domain/settings.ts";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { customerWrote, GABE, NORA, open, reading } from "#test/overlay/readings.ts";

const macro = (id: string, template: string, rest: Partial<Macro> = {}): Macro => ({
  id,
  name: id,
  folder: null,
  template,
  ...rest,
});
const macros = [
  macro("hello", "Hello {{customer.first_name|there}}!"),
  macro("eta", "Ready at {{handoff.eta}}."),
  macro("typo", "Dear {{customer.fist_name}}, yours {{page.name}}"),
  macro("size", "Size {{ask:size}} costs {{ask:price|12}}.", { folder: "Sizing" }),
  macro("over to sales", "A colleague takes over.", {
    actions: [
      { kind: "outcome", outcome: "sales_ready" },
      { kind: "handoff", to: "sales" },
      { kind: "source", source: { kind: "creator", creator: "Mara" } },
    ],
  }),
  macro("farewell", "Until then!", {
    actions: [{ kind: "no_answer" }, { kind: "follow_up", count: 3, unit: "days" }],
  }),
];

let page: Mounted;
const composer = document.createElement("textarea");
const click = (name: string | RegExp) => page.settle(() => page.button(name).click());
const conversation = () => fold(page.background.events(NORA)).at(-1);
const all = (selector: string) =>
  [...page.root.querySelectorAll(selector)].map(({ textContent }) => textContent);
const isOpen = () => page.root.querySelector(".panel") !== null;
const type = (selector: string, text: string) =>
  page.settle(() => {
    const input = page.root.querySelector(selector);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
const press = (selector: string, key: string) =>
  page.settle(() =>
    page.root.querySelector(selector)?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })),
  );

beforeEach(async () => {
  page = await mount(createBackground({ settings: { macros } }));
  composer.value = "";
  document.body.append(composer);
  const place = { composer, list: null, pane: null };
  await page.settle(() => page.overlay.read(reading(open(NORA), { place })));
  await click("Macros");
});
afterEach(() => {
  page.end();
  composer.remove();
});

describe("the picker", () => {
  it("finds a macro by a few of its letters, the best first", async () => {
    await type(".chooser input", "ovsa");
    expect(all(".menu-label")).toEqual(["over to sales"]);
    await type(".chooser input", "siz");
    expect(all(".menu-label")).toEqual(["size"]);
    await type(".chooser input", "xq");
    expect(all(".menu-label")).toEqual([]);
  });

  it("shows each as it would stand there", () => {
    expect(all(".menu-note")).toContain("Hello Nora!");
  });

  it("has folders, that arrows go into and out of, and searches them all", async () => {
    expect(all(".menu-label").at(-1)).toBe("Sizing");
    const folder = page.button(/^Sizing/);
    folder.focus();
    await press(".menu li:last-child button", "ArrowRight");
    expect(all(".menu-label")).toEqual(["size"]);
    expect(all(".chooser-out")).toEqual(["‹ Sizing"]);
    await press(".chooser input", "Backspace");
    expect(all(".menu-label").at(-1)).toBe("Sizing");
    await type(".chooser input", "size");
    expect(all(".menu-note")).toEqual(["Sizing: Size {{ask:size}} costs {{ask:price|12}}."]);
  });

  it("puts first what is used most, wherever it lies, and marks the person's own", async () => {
    await page.settle(() => page.overlay.close());
    page.background.answer({
      macroUses: () => ({
        size: { mine: 3, all: 5, lastAt: 0 },
        eta: { mine: 0, all: 4, lastAt: 0 },
      }),
    });
    const { settings } = page.overlay.store.get();
    const own = { ...macro("mine", "Own words"), isPersonal: true as const };
    if (settings)
      await page.settle(() =>
        page.overlay.store.set({ settings: { ...settings, macros: [own, ...settings.macros] } }),
      );
    await click("Macros");
    expect(all(".menu-label").slice(0, 3)).toEqual(["size", "eta", "mine"]);
    expect(all(".menu-aside")).toEqual(["5×", "4×", "yours", "1"]);
  });

  it("opens by its key; a second slash is one to write", async () => {
    await press(".chooser input", "Escape");
    expect(isOpen()).toBe(false);
    await page.settle(() => page.key("KeyM"));
    expect(isOpen()).toBe(true);
    await press(".chooser input", "/");
    expect(isOpen()).toBe(false);
    expect(composer.value).toBe("/");
    expect(page.background.recorded).toEqual([]);
  });
});

describe("a macro", () => {
  it("without blanks is put into the composer, and recorded", async () => {
    await click(/^hello/);
    expect(composer.value).toBe("Hello Nora!");
    expect(conversation()?.macros).toMatchObject([{ macro: "hello" }]);
  });

  it("with a blank that nothing fills is shown, red, and cannot be inserted", async () => {
    await click(/^eta/);
    expect(all(".macro-text mark")).toEqual(["{{handoff.eta}}"]);
    expect(all(".macro .problem")[0]).toContain("This is not known here.");
    expect(page.button("Insert").disabled).toBe(true);
    await click("Back");
    await click(/^typo/);
    expect(all(".macro-text mark")).toEqual(["{{customer.fist_name}}"]);
    expect(all(".macro-text")[0]).toContain("yours Sample Shop");
    expect(all(".macro .problem")[0]).toContain("There is no such variable.");
    expect(composer.value).toBe("");
  });

  it("asks for its fields first; what is left out takes its fallback", async () => {
    await click(/^Sizing/);
    await click(/^size/);
    expect(page.button("Insert").disabled).toBe(true);
    await press(".macro input", "Enter");
    expect(composer.value).toBe("");
    await type(".macro input", "M");
    expect(all(".macro-text")).toEqual(["Size M costs 12."]);
    await press(".macro input", "Enter");
    expect(composer.value).toBe("Size M costs 12.");
    expect(conversation()?.macros).toMatchObject([{ macro: "size" }]);
  });

  it("that the page does not take goes to the clipboard, and counts as nothing", async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    await page.settle(() => page.overlay.read(reading(open(NORA))));
    await click(/^over to sales/);
    await click("Insert");
    expect(copied).toEqual(["A colleague takes over."]);
    expect(page.text()).toContain("press Ctrl+V");
    expect(page.background.recorded).toEqual([]);
  });
});

describe("what a macro does besides", () => {
  it("is said before, recorded with it at once, and taken back by one undo", async () => {
    await page.settle(() => page.overlay.close());
    await click("Qualified");
    await click("Macros");
    await click(/^over to sales/);
    expect(all(".macro-actions")).toEqual(["Then: sales-ready, handed to sales, source Creator Mara"]);
    expect(page.background.recorded).toHaveLength(1);
    await click("Insert");
    expect(composer.value).toBe("A colleague takes over.");
    expect(conversation()).toMatchObject({
      outcome: { outcome: "sales_ready" },
      handoffs: [{ to: "sales" }],
      touches: [{ source: { creator: "Mara" } }],
      macros: [{ macro: "over to sales" }],
    });
    expect(page.text()).toContain(
      "over to sales, sales-ready, handed to sales, source Creator Mara by you, just now",
    );

    await click("Undo");
    expect(conversation()).toMatchObject({
      outcome: { outcome: "qualified" },
      handoffs: [],
      touches: [],
      macros: [],
    });
    expect(page.text()).toContain("Qualified by you");
  });

  it("repeats nothing that stands already", async () => {
    await click(/^over to sales/);
    await click("Insert");
    await click("Macros");
    await click(/^over to sales/);
    await click("Insert");
    expect(conversation()?.handoffs).toHaveLength(1);
    expect(conversation()?.tags).toHaveLength(1);
  });

  it("ends the wait and brings the conversation back later; undone, both are as they were", async () => {
    const now = Date.now();
    const shown = () => page.overlay.current().conversation;
    const messages = [customerWrote("a", now - 5 * 60_000)];
    const place = { composer, list: null, pane: null };
    await page.settle(() => page.overlay.read(reading(open(NORA, { messages }), { place })));
    const before = now + 3_600_000;
    page.overlay.judge(NORA, [{ kind: "follow_up_set", data: { due: before } }]);
    await click(/^farewell/);
    expect(all(".macro-actions")).toEqual(["Then: no answer needed, follow up in 3 days"]);
    await click("Insert");
    const morning = new Date(now);
    morning.setDate(morning.getDate() + 3);
    const due = morning.setHours(9, 0, 0, 0);
    expect(shown()).toMatchObject({ waits: [{ end: "no_answer_needed" }], followUpAt: due });
    expect(page.text()).toContain("farewell, no answer needed, follow up on ");

    await click("Undo");
    expect(shown()).toMatchObject({ waits: [{ end: null }], followUpAt: before, macros: [] });
  });

  it("leaves a wait that is none, and says only what was recorded", async () => {
    await click(/^farewell/);
    await click("Insert");
    expect(page.background.recorded.flat().map(({ kind }) => kind)).toEqual([
      "macro_inserted",
      "follow_up_set",
    ]);
    expect(page.text()).toContain("farewell, follow up on ");
  });

  it("is not done to another conversation that came up meanwhile", async () => {
    await click(/^over to sales/);
    const button = page.button("Insert");
    page.turn(reading(open(GABE)));
    await page.settle(() => button.click());
    expect(page.background.recorded).toEqual([]);
  });
});
