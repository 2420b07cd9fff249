import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { added, moved, type NamedList, removed, renamed } from "#lib/domain/named-list.ts";

const NEED: NamedList = { ids: ["Need", "Budget"], names: {} };
const shown = ({ ids, names }: NamedList) => ids.map((id) => names[id] ?? id);

describe("a list of names", () => {
  it("gives an id other words, and keeps it", () => {
    const list = renamed(NEED, "Need", "Real need");
    expect(list.ids).toEqual(["Need", "Budget"]);
    expect(shown(list)).toEqual(["Real need", "Budget"]);
  });

  it("never takes for new words an id that stands for others", () => {
    const list = added(renamed(NEED, "Need", "Real need"), "Need");
    expect(shown(list)).toEqual(["Real need", "Budget", "Need"]);
    expect(list.ids).toEqual(["Need", "Budget", "Need (2)"]);
    const again = added(removed(renamed(NEED, "Need", "Real need"), "Need"), "Need");
    expect(shown(again)).toEqual(["Budget", "Need"]);
    expect(again.ids).not.toContain("Need");
  });

  it("takes back an id that was taken away under the same words", () => {
    expect(added(removed(NEED, "Need"), "Need").ids).toEqual(["Budget", "Need"]);
  });

  it("moves one place, and stops at its ends; every way back leads back", () => {
    const lists = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lists, fc.nat(), (ids, at) => {
        const id = ids[at % ids.length] ?? "";
        const from = ids.indexOf(id);
        const down = moved({ ids, names: {} }, id, 1);
        expect(down.ids.toSorted()).toEqual(ids.toSorted());
        expect(down.ids.indexOf(id)).toBe(Math.min(from + 1, ids.length - 1));
        expect(from === ids.length - 1 ? ids : moved(down, id, -1).ids).toEqual(ids);
      }),
    );
  });
});
