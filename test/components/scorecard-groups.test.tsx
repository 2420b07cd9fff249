import { act } from "react";
import { describe, expect, it, vi } from "vitest";
import { deliveryFacts, whyDelivery } from "#components/scorecard/delivery-words.ts";
import { inOrder } from "#components/scorecard/group-order.ts";
import { sayNotes } from "#components/scorecard/notes-words.ts";
import { sayRanking } from "#components/scorecard/ranking-words.ts";
import { ScorecardPage, type ScorecardPageProps } from "#components/scorecard/scorecard-page.tsx";
import { MORNING } from "#test/store/device.ts";
import { card, reply } from "./cards.ts";
import { button, draw, fill, press, text } from "./drawn.ts";

const HOODIE = { started: 400, wentOn: 284, qualified: 160, handedOff: 60, sold: 32, spendMinor: 600_000 };
const OTHERS = [
  {
    campaign: "Autumn",
    started: 120,
    wentOn: 90,
    qualified: 70,
    handedOff: 40,
    sold: 12,
    spendMinor: 100_000,
  },
  { campaign: "Cap", started: 90, wentOn: 40, qualified: 10, handedOff: 2, spendMinor: 180_000 },
  { campaign: "Nothing yet", started: 60, wentOn: 8, spendMinor: 60_000 },
  { campaign: "Small", started: 12, wentOn: 8, qualified: 6, spendMinor: 1_000 },
  { campaign: "None", started: 20, wentOn: 8, qualified: 4, sourced: 0 },
];
const report = card(HOODIE, { by: "campaign", others: OTHERS, age: 40 });
const labels = (by: Parameters<typeof inOrder>[1]) => inOrder(report.groups, by).map(({ label }) => label);

describe("the order of groups", () => {
  it("has the cheapest first, then a cost with nothing for it; what is too small to rank comes after, unattributed last", () => {
    expect(labels("costPerQualified")).toEqual([
      "Autumn",
      "Hoodie",
      "Cap",
      "Nothing yet",
      "Small",
      "Unattributed",
    ]);
  });

  it("has high rates and many conversations first, and names by the alphabet", () => {
    expect(labels("replyRate").slice(0, 3)).toEqual(["Autumn", "Hoodie", "Cap"]);
    expect(labels("started").slice(0, 3)).toEqual(["Hoodie", "Autumn", "Cap"]);
    expect(labels("name")).toEqual(["Autumn", "Cap", "Hoodie", "Nothing yet", "Small", "Unattributed"]);
  });
});

describe("best and worst of many", () => {
  it("are named, with whether the data tell them apart", () => {
    expect(sayRanking(report)).toMatchObject({
      best: { name: "Autumn", words: "told apart from the others (p below 0.001)", toldApart: true },
      worst: { name: "Nothing yet", toldApart: true },
      how: expect.stringContaining("Of 4 with a recorded cost and at least 30 conversations"),
    });
  });

  it("are not told apart where they are alike, and not there where too few can be ranked", () => {
    const alike = { campaign: "Twin", started: 100, qualified: 41, spendMinor: 100_000 };
    const made = { started: 100, qualified: 40, spendMinor: 100_000 };
    const twins = sayRanking(card(made, { by: "campaign", others: [alike], age: 40 }));
    expect(twins?.best.words).toMatch(/^not told apart yet \(p \d/);
    expect(sayRanking(card(made, { by: "campaign", age: 40 }))).toBeNull();
  });
});

describe("what the ads were shown for", () => {
  it("has its formula; a view's price keeps its digits, and what no export reports says so", () => {
    const delivery = {
      cpm: 1_234.5,
      cpv: 0.75,
      clickToMessage: { attributed: 0.125, blended: 0.2 },
      engagementRate: null,
    };
    const facts = deliveryFacts({
      card: report,
      slice: { ...report.total, delivery },
      defaults: { hours: false, targets: false },
    });
    expect(facts.map(({ name, value }) => [name, value])).toEqual([
      ["CPM", "$12.345"],
      ["CPV", "$0.0075"],
      ["Click to message", "12.5%"],
      ["Engagement rate", null],
    ]);
    expect(facts.map((fact) => whyDelivery(fact).formula).at(-1)).toBe(
      "Engagements / impressions: not in the imported export",
    );
  });
});

describe("notes", () => {
  it("print the rule, and what could not be added", () => {
    const notes = sayNotes({
      ...report,
      sharedRanges: [{ from: "2026-11-01", to: "2026-11-30", days: 12, of: 30 }],
      otherCurrencies: [{ currency: "EUR", spendMinor: null, sales: 3 }],
    });
    expect(notes).toEqual([
      "A conversation belongs to the source of its first touch.",
      "Spend of Nov 1 to Nov 30 came without days: 12 of its 30 days count here.",
      "3 sales in EUR not converted.",
    ]);
  });
});

async function show(over: Partial<ScorecardPageProps> = {}) {
  const onBy = vi.fn<ScorecardPageProps["onBy"]>();
  await draw(
    <ScorecardPage
      range="last_30"
      by="campaign"
      reply={reply({ card: report })}
      now={MORNING}
      defaults={{ hours: false, targets: false }}
      busy={false}
      outcomeKeys="1 to 5"
      problem={null}
      onBy={onBy}
      mayByMember={false}
      on={null}
      past={null}
      onAsKnown={() => {}}
      onAgain={() => {}}
      onRange={() => {}}
      onOpenInbox={() => {}}
      onWalk={() => {}}
      onImport={() => {}}
      onPair={() => {}}
      onSync={() => {}}
      {...over}
    />,
  );
  return onBy;
}
const names = () =>
  [...document.querySelectorAll("section[aria-label=Groups] tbody th")].map((one) => one.textContent);

describe("the scorecard in a tab", () => {
  it("has every group's ladder, best first, the whole above; each figure says why", async () => {
    await show();
    expect(names()).toEqual([
      "All conversations",
      "Autumncheapest",
      "Hoodie",
      "Cap",
      "Nothing yetdearest",
      "Small",
      "Unattributed",
    ]);
    expect(text()).toContain("18 more to rank");
    await press("$180.00");
    expect(document.querySelector("dialog")?.textContent).toContain(
      "Spend / qualified = $1,800.00 / 10 = $180.00",
    );
  });

  it("is ordered by any column, and grouped by another thing", async () => {
    const onBy = await show();
    const started = document.querySelector<HTMLButtonElement>(
      "button[title='Order by Conversations started']",
    );
    await act(async () => started?.click());
    expect(names()[1]).toBe("Hoodie");
    expect(started?.closest("th")?.getAttribute("aria-sort")).toBe("descending");
    await press("Creator");
    expect(onBy).toHaveBeenCalledWith("creator");
    await press("Macro");
    expect(onBy).toHaveBeenCalledWith("macro");
    expect(text()).not.toContain("Member");
    await show({ mayByMember: true });
    expect(button("Member").disabled).toBe(false);
  });

  it("asks for a past day, says how far it is, and marks what was known then", async () => {
    const link = {
      state: "online",
      server: "https://s.example",
      workspace: "Shop",
      role: "manager",
    } as const;
    const paired = reply({
      card: report,
      link: { ...link, pending: 0, lastSyncAt: MORNING, reading: null },
    });
    const onAsKnown = vi.fn<ScorecardPageProps["onAsKnown"]>();
    const onAgain = vi.fn<ScorecardPageProps["onAgain"]>();
    const at = (past: ScorecardPageProps["past"], on: string | null = "2026-11-14") =>
      show({ reply: paired, past, on, onAsKnown, onAgain });
    await at(null, null);
    await press("As known on a past day…");
    expect(button("Show").disabled).toBe(true);
    await fill("As known on", "2026-11-14");
    await press("Show");
    expect(onAsKnown).toHaveBeenLastCalledWith("2026-11-14");

    await at({ state: "reading", done: 3_400, of: 12_000 });
    expect(text()).toContain("Reading what was known on November 14, 2026: 3,400 of 12,000 conversations");
    expect(document.querySelector("progress")?.position).toBeCloseTo(3_400 / 12_000);
    expect(text()).not.toContain("$");
    await press("Cancel");
    expect(onAsKnown).toHaveBeenLastCalledWith(null);

    await at({ state: "failed", sentence: "The server could not be reached." });
    expect(document.querySelector("[role=alert]")?.textContent).toContain("could not be reached");
    await press("Try again");
    expect(onAgain).toHaveBeenCalledOnce();

    await at({ state: "ready", card: card({ started: 40, qualified: 8 }, { by: "campaign", age: 40 }) });
    expect(text()).toContain("As known on November 14, 2026");
    expect(names()).toEqual(["All conversations", "Hoodie"]);
    expect(text()).not.toContain("Up to date");
  });

  it("keeps sales in chat and outside apart, with their window", async () => {
    await show();
    expect(text()).toContain("Sold in chat, within 30 days$3,740.00, 44 sales");
    expect(text()).toContain("Sold outside, within 30 daysnone yet");
  });

  it("shows rates alone where costs are hidden", async () => {
    await show({ reply: reply({ card: { ...report, costsHidden: true, ranking: null } }) });
    expect(text()).not.toContain("$");
    expect(names()[1]).toBe("Hoodie");
  });
});
