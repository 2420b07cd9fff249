import { describe, expect, it, vi } from "vitest";
import type { Change } from "#components/options/change.ts";
import { Costs } from "#components/options/costs.tsx";
import { Goals } from "#components/options/goals.tsx";
import { type ChangeMacros, MacroList } from "#components/options/macro-list.tsx";
import type { CostLine } from "#lib/domain/cost-line.ts";
import { DEFAULT_SETTINGS, type Macro, type Settings } from "#lib/domain/settings.ts";
import { button, draw, fill, press, text } from "./drawn.ts";

const lineOf = (amountMinor: number): CostLine => ({
  id: "019a0000-0000-7000-8000-00000000000a",
  kind: "creator_fee",
  name: "Fee",
  amountMinor,
  currency: "USD",
  hours: null,
  from: "2026-05-01",
  to: "2026-05-31",
  campaign: null,
  creator: null,
});

const CLOSE = "Close rate, % of handed off";
const withClose = (closeRate: number | null): Settings => ({
  ...DEFAULT_SETTINGS,
  goals: { ...DEFAULT_SETTINGS.goals, closeRate },
});

async function goals(settings: Settings, onChange: Change = () => undefined) {
  await draw(<Goals settings={settings} currency="USD" onChange={onChange} />);
}
const typed = () =>
  [...document.querySelectorAll("label")]
    .filter(({ textContent }) => textContent === CLOSE)
    .map(({ htmlFor }) => document.querySelector<HTMLInputElement>(`[id="${htmlFor}"]`)?.value)[0];

describe("what somebody types while a colleague saves", () => {
  it("stays, says so, and waits for a choice before it is saved", async () => {
    const onChange = vi.fn<Change>();
    await goals(withClose(null), onChange);
    await fill(CLOSE, "40");
    await goals(withClose(0.5), onChange);
    expect(typed()).toBe("40");
    expect(text()).toContain(
      "Somebody else saved this meanwhile. What you typed is still here: choose, then save.",
    );
    expect(button("Save the goals").disabled).toBe(true);
    await press("Keep mine");
    await press("Save the goals");
    expect(onChange.mock.calls[0]?.[1](withClose(0.5)).goals.closeRate).toBe(0.4);
  });

  it("gives way where the person says so, and where nothing was typed", async () => {
    await goals(withClose(null));
    await goals(withClose(0.3));
    expect(typed()).toBe("30");
    await fill(CLOSE, "40");
    await goals(withClose(0.5));
    await press("Take theirs");
    expect(typed()).toBe("50");
    expect(text()).not.toContain("Somebody else");
  });

  it("is settled by itself where both say the same: one's own save comes back", async () => {
    await goals(withClose(null));
    await fill(CLOSE, "40.0 %");
    await goals(withClose(0.4));
    expect(text()).not.toContain("Somebody else");
    expect(typed()).toBe("40");
    expect(button("Save the goals").disabled).toBe(true);
    await goals(withClose(null));
    expect(typed()).toBe("");
  });

  it("stays in the form of a cost, that is told of another amount and added again where it was removed", async () => {
    const onChange = vi.fn<Change>();
    const line = lineOf(90_00);
    const costs = (costLines: CostLine[], today = "2026-11-01") =>
      draw(
        <Costs
          settings={{ ...DEFAULT_SETTINGS, costLines }}
          campaigns={[]}
          currency="USD"
          today={today}
          newId={() => "019a0000-0000-7000-8000-00000000000b"}
          onChange={onChange}
        />,
      );
    const saved = () => onChange.mock.calls.at(-1)?.[1]({ ...DEFAULT_SETTINGS, costLines: [] }).costLines;
    await costs([line]);
    await press("Edit Fee");
    await fill("Name", "Fee of May");
    await costs([lineOf(120_00)]);
    expect(text()).toContain("Somebody else saved this meanwhile.");
    expect(button("Save the cost").disabled).toBe(true);
    await press("Keep mine");
    await press("Save the cost");
    expect(saved()).toEqual([{ ...line, name: "Fee of May" }]);

    await press("Edit Fee");
    await fill("Name", "Fee of June");
    await costs([]);
    await press("Save the cost");
    expect(saved()).toMatchObject([{ id: line.id, name: "Fee of June", amountMinor: 120_00 }]);

    await press("Add a cost");
    await fill("Name", "Rights");
    await costs([], "2026-11-02");
    expect(text()).not.toContain("Somebody else");
  });

  it("stays in the editor of a macro that was removed, and is added again by a save", async () => {
    const onChange = vi.fn<ChangeMacros>();
    const macro: Macro = { id: "a", name: "Sizes", folder: null, template: "M or L?" };
    const list = (macros: Macro[]) =>
      draw(
        <MacroList
          macros={macros}
          uses={{}}
          now={0}
          reasons={[]}
          reasonNames={{}}
          sources={[]}
          onChange={onChange}
          newId={() => "new"}
          one="macro"
        />,
      );
    await list([macro]);
    await press("Edit Sizes");
    await fill("Text", "S, M or L?");
    await list([]);
    await press("Save");
    expect(onChange.mock.calls[0]?.[1]([])).toMatchObject([{ id: "a", template: "S, M or L?" }]);
  });
});
