import { describe, expect, it } from "vitest";
import { fuzzyFind, fuzzyScore } from "#components/bar/fuzzy.ts";

const find = (names: string[], typed: string) => fuzzyFind(names, typed, (name) => [name]);

describe("fuzzy search", () => {
  it("wants the letters in their order, capitals and accents aside", () => {
    expect(fuzzyScore("Größe und Preis", "GROSSE")).toBeNull();
    expect(fuzzyScore("Café hours", "cafe h")).not.toBeNull();
    expect(fuzzyScore("hours", "sh")).toBeNull();
  });

  it("puts a whole word before strewn letters, and its beginning before its middle", () => {
    expect(find(["Warehouse pickup", "Prices", "How to return"], "pr")).toEqual(["Prices"]);
    expect(find(["Reopen at nine", "Open hours", "Offer a pen"], "open")).toEqual([
      "Open hours",
      "Reopen at nine",
      "Offer a pen",
    ]);
  });

  it("finds the first letters of words", () => {
    expect(find(["Thanks", "Hand over to sales"], "hos")).toEqual(["Hand over to sales"]);
  });

  it("keeps the order while nothing is typed", () => {
    expect(find(["b", "a"], " ")).toEqual(["b", "a"]);
  });

  it("looks beside the name for whole words only", () => {
    const items = [{ name: "Thanks", text: "Thank you for your message" }];
    const texts = ({ name, text }: (typeof items)[0]) => [name, text];
    expect(fuzzyFind(items, "your mess", texts)).toHaveLength(1);
    expect(fuzzyFind(items, "tyfym", texts)).toHaveLength(0);
  });
});
