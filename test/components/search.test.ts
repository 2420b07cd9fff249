import { describe, expect, it } from "vitest";
import { search } from "#components/bar/search.ts";

const find = (names: string[], typed: string) =>
  search(
    names.map((label) => ({ label })),
    typed,
  ).map(({ label }) => label);

describe("search in a list", () => {
  it("wants the letters in their order, capitals and accents aside, in any script", () => {
    expect(find(["Größe und Preis"], "GROSSE")).toHaveLength(1);
    expect(find(["Café hours"], "cafe h")).toHaveLength(1);
    expect(find(["hours"], "sh")).toEqual([]);
    expect(find(["退款流程", "价格"], "退款")).toEqual(["退款流程"]);
    expect(find(["اسْتِرْداد", "سعر"], "استرداد")).toEqual(["اسْتِرْداد"]);
  });

  it("puts a whole word before strewn letters, and its beginning before its middle", () => {
    expect(find(["Warehouse pickup", "Prices", "How to return"], "pr")[0]).toBe("Prices");
    expect(find(["Offer a pen", "Reopen at nine", "Open hours"], "open")).toEqual([
      "Open hours",
      "Reopen at nine",
      "Offer a pen",
    ]);
    expect(find(["Sizes and fit", "Which size"], "wisi")).toEqual(["Which size"]);
  });

  it("finds the first letters of words", () => {
    expect(find(["Thanks", "Hand over to sales"], "hots")).toEqual(["Hand over to sales"]);
  });

  it("keeps the order while nothing is typed, and among equals", () => {
    expect(find(["b", "a"], " ")).toEqual(["b", "a"]);
    expect(find(["size b", "size a"], "size")).toEqual(["size b", "size a"]);
  });

  it("looks beside the name for whole words only, and behind every name", () => {
    const items = [
      { label: "Thanks", note: "Thank you for your message" },
      { label: "Your message", note: "" },
    ];
    expect(search(items, "your mess").map(({ label }) => label)).toEqual(["Your message", "Thanks"]);
    expect(search(items, "tyfym")).toHaveLength(0);
  });

  it("takes any text as it stands", () => {
    expect(find([".*", "(a+)+$", "a".repeat(10_000)], "(a+)+$")).toEqual(["(a+)+$"]);
  });
});
