import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS, keyMapOf } from "#lib/domain/commands.ts";
import { SETTINGS } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { NORA, open, reading } from "#test/overlay/readings.ts";

let page: Mounted;
const press = (key: string, change: KeyboardEventInit = {}) =>
  page.settle(() =>
    page.root
      .querySelector(".bar")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...change })),
  );
const rows = () => [...page.root.querySelectorAll(".keys dl > div")].map(({ textContent }) => textContent);
const panel = () => page.root.querySelector("dialog")?.getAttribute("aria-label") ?? null;

beforeEach(async () => {
  page = await mount();
  await page.settle(() => page.overlay.read(reading(open(NORA))));
});
afterEach(() => page.end());

describe("the help of keys", () => {
  it("opens by its key and names every command, each with a key of its own", async () => {
    await page.settle(() => page.key("Slash"));
    expect(panel()).toBe("Keys");
    expect(rows()).toEqual(
      expect.arrayContaining(["QualifiedAlt+Shift+3", "No answer neededAlt+Shift+N", "All keysAlt+Shift+?"]),
    );
    for (const { name } of Object.values(COMMANDS))
      expect(rows().some((row) => row.startsWith(name))).toBe(true);
    const codes = Object.values(COMMANDS).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("opens by a question mark in the bar, wherever the layout has it, and closes by Escape", async () => {
    await press("?", { code: "Minus", shiftKey: true });
    expect(panel()).toBe("Keys");
    await press("Escape");
    expect(panel()).toBeNull();
  });

  it("shows the keys that were changed, in the bar too, and they do the work at once", async () => {
    const qualified = { code: "KeyG", label: "G" };
    page.background.answer({ overlaySettings: () => ({ ...SETTINGS, keys: keyMapOf({ qualified }) }) });
    await page.settle(() => page.tell({ threads: [], settings: true }));
    expect(page.button("Qualified").title).toBe("Qualified (Alt+Shift+G)");
    expect(page.text()).toContain("Alt+Shift+1, 2, G, 4, 5 tags it");
    expect(page.key("Digit3")).toBe(false);
    await page.settle(() => page.key("KeyG"));
    expect(page.background.recorded).toMatchObject([{ data: { outcome: "qualified" } }]);
    await page.settle(() => page.key("Slash"));
    expect(rows()).toContain("QualifiedAlt+Shift+G");
  });

  it("names plain keys where the page uses the chords itself", async () => {
    await page.settle(() => page.overlay.store.set({ chords: "off" }));
    await page.settle(() => page.key("Slash"));
    expect(rows()).toContain("Qualified3");
  });
});
