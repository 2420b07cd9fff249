import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allBelow, folderName, listFolder, pathOf } from "#lib/domain/macro-folder.ts";
import { byUse, usesOf } from "#lib/domain/macro-use.ts";

const macro = (id: string, folder: string | null) => ({ id, folder });
const macros = [
  macro("a", null),
  macro("b", "Shipping"),
  macro("c", "Shipping/ Europe"),
  macro("d", " Shipping / Europe / "),
  macro("e", "Returns"),
  macro("f", " / "),
];
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);

describe("folders of macros", () => {
  it("are read however the slash is written, and list what stands right below", () => {
    const root = listFolder(macros, []);
    expect(ids(root.macros)).toEqual(["a", "f"]);
    expect(root.folders).toEqual([
      { name: "Returns", count: 1, path: ["Returns"] },
      { name: "Shipping", count: 3, path: ["Shipping"] },
    ]);
    const shipping = listFolder(macros, ["Shipping"]);
    expect(ids(shipping.macros)).toEqual(["b"]);
    expect(shipping.folders).toEqual([{ name: "Europe", count: 2, path: ["Shipping", "Europe"] }]);
    expect(ids(allBelow(macros, ["Shipping"]))).toEqual(["b", "c", "d"]);
  });

  it("hold every macro once: going through all of them meets each", () => {
    const folder = fc.option(
      fc.array(fc.constantFrom("A", "B", "/", " ", "C")).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(fc.array(folder), (folders) => {
        const all = folders.map((one, index) => macro(String(index), one));
        const walk = (at: readonly string[]): string[] => {
          const { macros: here, folders: below } = listFolder(all, at);
          for (const { path, count } of below) expect(walk(path)).toHaveLength(count);
          return [...ids(here), ...below.flatMap(({ path }) => walk(path))];
        };
        expect(walk([]).toSorted()).toEqual(ids(all).toSorted());
        for (const one of folders) expect(pathOf(folderName(pathOf(one)))).toEqual(pathOf(one));
      }),
    );
  });
});

describe("uses of macros", () => {
  it("are counted for oneself and for all, and sort what one uses oneself first", () => {
    const uses = usesOf([
      { macro: "b", at: 5, isOwn: false },
      { macro: "b", at: 3, isOwn: false },
      { macro: "c", at: 4, isOwn: true },
    ]);
    expect(uses).toEqual({ b: { mine: 0, all: 2, lastAt: 5 }, c: { mine: 1, all: 1, lastAt: 4 } });
    expect(ids([macro("a", null), macro("b", null), macro("c", null)].toSorted(byUse(uses)))).toEqual([
      "c",
      "b",
      "a",
    ]);
  });
});
