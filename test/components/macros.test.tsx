import { describe, expect, it, vi } from "vitest";
import { MacroList, type ChangeMacros } from "#components/options/macro-list.tsx";
import { copyName, draftOfMacro, moved, readMacro } from "#components/options/macro-draft.ts";
import { usedWords } from "#components/options/macro-row.tsx";
import { DEFAULT_SETTINGS, Macro } from "#lib/domain/settings.ts";
import { button, draw, fill, press, text } from "./drawn.ts";

const macro = (id: string, rest: Partial<Macro> = {}): Macro => ({
  id,
  name: id,
  folder: null,
  template: `Text of ${id}`,
  ...rest,
});
const MACROS = [macro("Sizes", { folder: "Fit" }), macro("Thanks"), macro("Hours")];

async function drawn(macros: readonly Macro[] = MACROS) {
  const onChange = vi.fn<ChangeMacros>();
  let minted = 0;
  await draw(
    <MacroList
      macros={macros}
      uses={{ Thanks: { mine: 2, all: 5, lastAt: 0 } }}
      now={3 * 86_400_000}
      reasons={DEFAULT_SETTINGS.reasons}
      reasonNames={{}}
      sources={[]}
      onChange={onChange}
      newId={() => `new${++minted}`}
      one="macro"
    />,
  );
  return (): [string | undefined, Macro[]] => {
    const [words, edit] = onChange.mock.calls.at(-1) ?? [];
    return [words, edit?.([...macros]) ?? []];
  };
}
const names = ([, macros]: [unknown, Macro[]]) => macros.map(({ name }) => name);
const preview = () => document.querySelector("output")?.textContent ?? null;
const red = () => [...document.querySelectorAll("mark")].map(({ textContent }) => textContent);

describe("the list of macros", () => {
  it("saves one with all that it may hold, read as it is typed", async () => {
    const last = await drawn();
    await press("Add a macro");
    await fill("Name", "thanks");
    await fill("Text", "Hello ");
    expect(text()).toContain("There is a macro of this name already.");
    await fill("Name", "Over to sales");
    await fill("Folder", "Sales/Hand over");
    await press("Insert customer.first_name: The first word of it");
    await fill("Ask the rep before it is inserted", "si|ze}");
    await press("Insert the question");
    expect(preview()).toBe("Hello Nora‹si ze›");
    await fill("Tag the conversation", "unqualified");
    await fill("Because", "no_budget");
    await fill("Hand off", "sales");
    await fill("The customer's wait", "set");
    await fill("Follow up", "days");
    await fill("How many days", "0");
    expect(text()).toContain("Give a whole number from 1 to 365.");
    await fill("How many days", "1");
    expect(text()).toContain("Then: unqualified, hand off to sales, no answer needed, follow up in 1 day");
    await fill("Where it came from", "set");
    expect(text()).toContain("Name the source, or choose none.");
    expect(button("Save").disabled).toBe(true);
    await fill("Its name", "Anna");
    await press("Save");
    const [words, macros] = last();
    expect(words).toBe("Saved “Over to sales”.");
    expect(macros.at(-1)).toEqual({
      id: "new1",
      name: "Over to sales",
      folder: "Sales / Hand over",
      template: "Hello {{customer.first_name}}{{ask:si ze}}",
      actions: [
        { kind: "outcome", outcome: "unqualified", reason: "no_budget" },
        { kind: "handoff", to: "sales" },
        { kind: "source", source: { kind: "creator", creator: "Anna" } },
        { kind: "no_answer" },
        { kind: "follow_up", count: 1, unit: "days" },
      ],
    });
  });

  it("shows in red what cannot be filled, and does not save it", async () => {
    await drawn();
    await press("Edit Thanks");
    await fill("Text", "Dear {{customer.nmae|you}}, {{rep.name}}");
    expect(red()).toEqual(["{{customer.nmae|you}}"]);
    expect(text()).toContain("{{customer.nmae|you}}: There is no such variable.");
    expect(button("Save").disabled).toBe(true);
    await fill("Text", "Dear {{customer.name");
    expect(red()).toEqual(["{{customer.name"]);
    await press("Cancel");
    expect(text()).toContain("Text of Thanks");
  });

  it("copies, moves and removes, each a change of the newest list", async () => {
    const last = await drawn();
    await press("Copy Sizes");
    expect(last()[1][1]).toEqual({ ...MACROS[0], id: "new1", name: "Sizes (copy)" });
    await press("Move Thanks up");
    expect(names(last())).toEqual(["Thanks", "Sizes", "Hours"]);
    expect(button("Move Sizes up").disabled).toBe(true);
    expect(button("Move Hours down").disabled).toBe(true);
    await press("Remove Thanks");
    expect(names(last())).toEqual(["Sizes", "Hours"]);
    expect(last()[0]).toBe("Removed “Thanks”.");
  });

  it("says how often each was used", async () => {
    await drawn();
    expect(text()).toContain("used 5 times, 2 of them by you, last 3 days ago");
    expect(text()).toContain("not used yet");
    expect(usedWords({ mine: 1, all: 1, lastAt: 0 }, 0)).toBe("used once, last today");
  });
});

describe("a macro as typed", () => {
  it("comes back as it was", () => {
    const known = macro("a", {
      folder: "A / B",
      template: "Hi {{customer.name|there}}",
      actions: [
        { kind: "outcome", outcome: "qualified" },
        { kind: "source", source: { kind: "ad", ad: "123" } },
        { kind: "no_answer" },
        { kind: "follow_up", count: 36, unit: "hours" },
      ],
    });
    expect(Macro.parse(known)).toEqual(known);
    const { id: _id, ...rest } = known;
    expect(readMacro(draftOfMacro(known), []).macro).toEqual(rest);
  });

  it("gets a name of its own when it is copied, and stays in the list when it is moved", () => {
    expect(copyName("Thanks", ["thanks (COPY)"])).toBe("Thanks (copy 2)");
    expect(copyName("x".repeat(100), []).length).toBeLessThanOrEqual(100);
    expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a"], -1, 1)).toEqual(["a"]);
  });
});
