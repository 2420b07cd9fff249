import { describe, expect, it } from "vitest";
import { differencesOf } from "#components/options/conflict-words.ts";
import { DEFAULT_SETTINGS, type Macro } from "#lib/domain/settings.ts";

const macro = (template: string): Macro => ({ id: "hello", name: "Hello", folder: null, template });

describe("what two versions of the settings say differently", () => {
  it("is said with both, by the name that the page gives it", () => {
    const theirs = { ...DEFAULT_SETTINGS, version: 2, minimum: 20, reasons: ["spam"] };
    const mine = { ...DEFAULT_SETTINGS, version: 1, minimum: 50, reasons: ["spam", "Rude"] };
    expect(differencesOf(theirs, mine)).toEqual([
      "Minimum volume: theirs 20; yours 50",
      "Reasons for unqualified: theirs Spam; yours Spam, Rude",
    ]);
  });

  it("is said of the checklist by its words, with what handoffs need", () => {
    const checklist = { version: 1, criteria: ["Need", "b"], names: { b: "Budget" } };
    const theirs = { ...DEFAULT_SETTINGS, checklist };
    const mine = { ...DEFAULT_SETTINGS, checklist: { ...checklist, needed: { sales: ["b"] } } };
    expect(differencesOf(theirs, mine)).toEqual([
      "What qualified means: theirs Need, Budget; yours Need, Budget (for sales: Budget)",
    ]);
  });

  it("names what both changed where a list's names are the same", () => {
    const theirs = { ...DEFAULT_SETTINGS, macros: [macro("Hi"), macro("Same")] };
    const mine = { ...DEFAULT_SETTINGS, macros: [macro("Good day"), macro("Same")] };
    expect(differencesOf(theirs, mine)).toEqual(["Macros: both changed “Hello”"]);
  });
});
