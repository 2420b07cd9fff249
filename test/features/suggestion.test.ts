import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import type { KeywordRule } from "#lib/domain/keyword.ts";
import type { HeardWord } from "#lib/inbox/reading.ts";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { customerWrote, GABE, NORA, open, reading } from "#test/overlay/readings.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 14, 8);
const ANNA = { kind: "creator", creator: "Anna" } as const;
const keywords: KeywordRule[] = [
  { word: "refund", suggests: { kind: "handoff", to: null } },
  { word: "quote", suggests: { kind: "handoff", to: "quote" } },
  { word: "ANNA10", suggests: { kind: "source", source: ANNA } },
];
const background = () => createBackground({ settings: { keywords }, now: () => NOW });

let page: Mounted;
const messages = [customerWrote("m1", NOW - 60_000)];
const show = (heard: HeardWord[], thread = NORA) =>
  page.settle(() => page.overlay.read(reading(open(thread, { messages, heard }))));
const chip = () => page.root.querySelector(".suggested")?.textContent ?? null;
const press = (code: string) => page.settle(() => page.key(code));
const conversation = () => fold(page.background.events(NORA)).at(-1);
const heard = (...words: string[]): HeardWord[] => words.map((word) => ({ word, at: NOW - 60_000 }));

beforeEach(async () => {
  page = await mount(background(), () => NOW);
});
afterEach(() => page.end());

describe("a suggestion", () => {
  it("says the word, what it would do and why, and does nothing by itself", async () => {
    await show(heard("ANNA10", "refund"));
    expect(chip()).toBe("“ANNA10”: source: Creator Anna+1");
    const why = page.root.querySelector(".suggested")?.getAttribute("title");
    expect(why).toMatch(/^The customer wrote “ANNA10” \(.+\); a rule of your team then suggests/);
    expect(why).toContain("Alt+Shift+S takes it, Alt+Shift+D dismisses it.");
    expect(page.background.recorded).toEqual([]);
    await show([]);
    expect(chip()).toBeNull();
  });

  it("of a source is taken by one key, as known by a keyword, and then suggests no more", async () => {
    await show(heard("ANNA10"));
    await press("KeyS");
    expect(conversation()?.touches).toMatchObject([{ source: ANNA, method: "keyword", at: NOW - 60_000 }]);
    expect(chip()).toBeNull();
    await press("KeyS");
    expect(page.background.recorded).toHaveLength(1);
  });

  it("of a handoff names to whom, or lets the rep choose", async () => {
    await show(heard("refund"));
    await page.settle(() => page.button(/^“refund”: hand off$/).click());
    expect(page.root.querySelector("dialog")?.getAttribute("aria-label")).toBe("Hand off to");
    expect(page.background.recorded).toEqual([]);
    await page.settle(() => page.overlay.close());
    await show(heard("quote"));
    await press("KeyS");
    expect(conversation()?.handoffs).toMatchObject([{ to: "quote" }]);
    await show(heard("refund"));
    expect(chip()).toBeNull();
  });

  it("that is dismissed stays away from this conversation, not from others or from the next one", async () => {
    await show(heard("refund"));
    await press("KeyD");
    expect(chip()).toBeNull();
    await show(heard("refund"), GABE);
    expect(chip()).toBe("“refund”: hand off");
    const later = NOW + 30 * DAY;
    page.end();
    page = await mount(page.background, () => later);
    await show(heard("refund"));
    expect(chip()).toBeNull();
    const again = {
      messages: [...messages, customerWrote("m2", later)],
      heard: [{ word: "refund", at: later }],
    };
    await page.settle(() => page.overlay.read(reading(open(NORA, again))));
    expect(chip()).toBe("“refund”: hand off");
  });

  it("comes of this conversation alone, and not where a person said the source", async () => {
    await show([{ word: "refund", at: NOW - 40 * DAY }]);
    expect(chip()).toBeNull();
    await show(heard("ANNA10"));
    await page.settle(() =>
      page.overlay.judge(NORA, [
        { kind: "source_attributed", data: { source: { kind: "other", label: "Fair" }, method: "chosen" } },
      ]),
    );
    expect(chip()).toBeNull();
  });
});
