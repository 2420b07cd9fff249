import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strangeIn } from "#lib/domain/anchor-pack.ts";
import { selectorOf } from "#lib/inbox/anchors.ts";
import { ANCHOR_PACK } from "#lib/inbox/anchors-pack.ts";
import { createFinder, NotFound } from "#lib/inbox/finder.ts";

const copy = (): Record<string, unknown> => structuredClone(ANCHOR_PACK);
const withRow = (alternative: unknown) => {
  const pack = copy();
  return { ...pack, anchors: { ...ANCHOR_PACK.anchors, row: [alternative] } };
};

describe("the anchors", () => {
  it("are a pack that its own grammar accepts", () => {
    expect(strangeIn(copy())).toBeNull();
  });

  it("become selectors that can be nothing else", () => {
    expect(
      selectorOf({
        id: "x",
        path: [{ role: "main" }, { tag: "div", attributes: { "data-x": { holds: 'a"] , *' } }, child: true }],
        has: { tag: "abbr", attributes: { "data-utime": true }, child: true },
      }),
    ).toBe(String.raw`[role="main"] > div[data-x*="a\"] , *"]:has(> abbr[data-utime])`);
  });

  it.each<[string, unknown]>([
    ["a class", { id: "x", path: [{ attributes: { class: { is: "_5_n1" } } }] }],
    ["a pattern", { id: "x", path: [{ attributes: { "data-x": { matches: ".*" } } }] }],
    ["an address", { id: "x", path: [{ tag: "a", attributes: { href: true } }] }],
    ["a tag that is a selector", { id: "x", path: [{ tag: "div,*" }] }],
    ["nothing at all", { id: "x", path: [{}] }],
    ["no steps", { id: "x", path: [] }],
    ["too many steps", { id: "x", path: Array.from({ length: 5 }, () => ({ tag: "div" })) }],
    ["code", { id: "x", path: [{ tag: "div" }], run: "alert(1)" }],
    ["text with a line break", { id: "x", path: [{ attributes: { "data-x": { is: "a\nb" } } }] }],
  ])("refuse %s, and the pack with it", (_, alternative) => {
    expect(strangeIn(withRow(alternative))).toBe("row, alternative 1");
  });

  it("refuse other versions and unknown anchors", () => {
    expect(strangeIn({ ...copy(), version: 2 })).toBe("version");
    expect(strangeIn({ ...copy(), anchors: { ...ANCHOR_PACK.anchors, price: [] } })).toBe("anchors");
    expect(strangeIn(null)).toBe("the pack");
  });

  it("refuse anything else without another error", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(strangeIn(value)).not.toBeNull();
      }),
    );
  });
});

describe("the finder", () => {
  it("has a word that throws and one that may miss", () => {
    const finder = createFinder(ANCHOR_PACK);
    const empty = document.createElement("div");
    expect(finder.seek("composer", empty)).toEqual({ elements: [], by: null });
    expect(() => finder.find("composer", empty)).toThrow(NotFound);
    empty.innerHTML = `<textarea></textarea>`;
    expect(finder.find("composer", empty).tagName).toBe("TEXTAREA");
  });
});
