import { describe, expect, it } from "vitest";
import { addDays } from "#lib/domain/day.ts";
import type { SpendEntry, SpendRow } from "#lib/domain/spend.ts";
import { planImport, type SpendImport } from "#lib/domain/spend-ledger.ts";
import { spendEntry } from "./spend-rows.ts";

const OWNER = { id: "shop", currency: "USD" };
const day = (number: number) => addDays("2026-10-01", number - 1);

const entry = (from: number, to: number, amountMinor: number, part: Partial<SpendEntry> = {}): SpendEntry =>
  spendEntry({ from: day(from), to: day(to), campaign: "Boots", amountMinor, ...part });

const AD = { adset: "Broad", ad: "Reel", adId: "12001" };
const OTHER_AD = { adset: "Broad", ad: "Story", adId: "12002" };

function file(...rows: SpendEntry[]): SpendImport {
  const days = rows.flatMap(({ from, to }) => [from, to]).toSorted();
  return { currency: "USD", from: days[0] ?? null, to: days.at(-1) ?? null, rows, reconciles: null };
}

/** What an account holds after importing files in turn; the test fails where one is refused. */
function heldAfter(...files: SpendImport[]): SpendRow[] {
  let held: SpendRow[] = [];
  for (const next of files) {
    const plan = planImport(OWNER, held, next);
    if (!plan.ok) throw new Error(plan.sentence);
    held = [...plan.keep, ...plan.add];
  }
  return held;
}

const amounts = (rows: readonly SpendEntry[]) =>
  rows
    .map(({ from, to, campaign, adId, amountMinor }) => [from, to, adId ?? campaign, amountMinor])
    .toSorted((a, b) => (String(a) < String(b) ? -1 : 1));

const BY_AD = file(entry(1, 1, 300, AD), entry(1, 1, 200, OTHER_AD), entry(2, 2, 100, AD));
const BY_CAMPAIGN = file(entry(1, 1, 500), entry(2, 2, 100));

describe("the same again", () => {
  it("changes nothing", () => {
    expect(planImport(OWNER, heldAfter(BY_AD), BY_AD)).toMatchObject({
      ok: true,
      unchanged: true,
      replaced: [],
      add: [],
      remove: [],
    });
  });

  it("gains counts that were not held, and loses none", () => {
    const held = heldAfter(file(entry(1, 1, 300, { ...AD, reach: 40, impressions: 50 })));
    const more = planImport(OWNER, held, file(entry(1, 1, 300, { ...AD, conversationsStarted: 3 })));
    expect(more).toMatchObject({ ok: true, unchanged: false });
    expect(more.ok && more.add).toMatchObject([{ reach: 40, impressions: 50, conversationsStarted: 3 }]);
    expect(planImport(OWNER, held, file(entry(1, 1, 300, AD)))).toMatchObject({ unchanged: true });
  });

  it("in a file of no rows changes nothing", () => {
    const empty = { ...file(), currency: null };
    expect(planImport(OWNER, heldAfter(BY_AD), empty)).toMatchObject({ unchanged: true });
  });
});

describe("another breakdown of the same days with the same total", () => {
  it("at a coarser level leaves the ads with their ids", () => {
    const held = heldAfter(BY_AD);
    const plan = planImport(OWNER, held, BY_CAMPAIGN);
    expect(plan).toMatchObject({ ok: true, unchanged: true, replaced: [] });
    expect(plan.ok && plan.keep).toEqual(held);
  });

  it("at a coarser level is the same to the rounding of each day", () => {
    const rounded = file(entry(1, 1, 501), entry(2, 2, 99));
    expect(planImport(OWNER, heldAfter(BY_AD), rounded)).toMatchObject({ unchanged: true });
    const late = file(entry(1, 1, 502), entry(2, 2, 100));
    expect(planImport(OWNER, heldAfter(BY_AD), late)).toMatchObject({ unchanged: false });
  });

  it("without days, or without ids, leaves what has them", () => {
    expect(planImport(OWNER, heldAfter(BY_AD), file(entry(1, 2, 600)))).toMatchObject({ unchanged: true });
    const nameless = file(...BY_AD.rows.map((row) => ({ ...row, adId: null })));
    expect(planImport(OWNER, heldAfter(BY_AD), nameless)).toMatchObject({ unchanged: true });
  });

  it("at a finer level takes the place of the coarser, at the same sum", () => {
    const plan = planImport(OWNER, heldAfter(BY_CAMPAIGN), BY_AD);
    expect(plan).toMatchObject({
      unchanged: false,
      replaced: [{ from: day(1), to: day(2), rows: 2, amountMinor: 600 }],
    });
    expect(amounts(heldAfter(BY_CAMPAIGN, BY_AD))).toEqual(amounts(heldAfter(BY_AD)));
    expect(amounts(heldAfter(file(entry(1, 2, 600)), BY_AD))).toEqual(amounts(heldAfter(BY_AD)));
  });

  it("that tells more in one way and less in another leaves what is held", () => {
    const adsWithoutDays = file(entry(1, 2, 400, AD), entry(1, 2, 200, OTHER_AD));
    expect(planImport(OWNER, heldAfter(adsWithoutDays), BY_CAMPAIGN)).toMatchObject({ unchanged: true });
    expect(planImport(OWNER, heldAfter(BY_CAMPAIGN), adsWithoutDays)).toMatchObject({ unchanged: true });
  });
});

describe("later figures", () => {
  it("replace the days that changed, at any level, and say which", () => {
    const plan = planImport(
      OWNER,
      heldAfter(BY_AD),
      file(entry(1, 1, 500), entry(2, 2, 140), entry(3, 3, 70)),
    );
    expect(plan).toMatchObject({
      replaced: [{ from: day(2), to: day(2), rows: 1, amountMinor: 100 }],
      unchanged: false,
    });
    expect(plan.ok && amounts([...plan.keep, ...plan.add])).toEqual([
      [day(1), day(1), "12001", 300],
      [day(1), day(1), "12002", 200],
      [day(2), day(2), "Boots", 140],
      [day(3), day(3), "Boots", 70],
    ]);
  });

  it("take out days that the report covers and has no row for", () => {
    const plan = planImport(OWNER, heldAfter(BY_AD), { ...file(entry(2, 2, 100, AD)), from: day(1) });
    expect(plan).toMatchObject({ replaced: [{ from: day(1), to: day(1), rows: 2, amountMinor: 500 }] });
  });

  it("name days that are apart as runs of their own", () => {
    const held = heldAfter(file(entry(1, 1, 1), entry(2, 2, 2), entry(3, 3, 3), entry(5, 5, 5)));
    const plan = planImport(
      OWNER,
      held,
      file(entry(1, 1, 11), entry(2, 2, 12), entry(3, 3, 3), entry(5, 5, 15)),
    );
    expect(plan.ok && plan.replaced).toEqual([
      { from: day(1), to: day(2), rows: 2, amountMinor: 3 },
      { from: day(5), to: day(5), rows: 1, amountMinor: 5 },
    ]);
  });

  it("of a range replace the ranges and days that they hold, and touch no day outside", () => {
    const held = heldAfter(file(entry(1, 3, 300)), file(entry(4, 4, 40), entry(9, 9, 90)));
    const plan = planImport(OWNER, held, file(entry(1, 7, 700)));
    expect(plan).toMatchObject({ replaced: [{ from: day(1), to: day(4), rows: 2, amountMinor: 340 }] });
    expect(plan.ok && amounts([...plan.keep, ...plan.add])).toEqual([
      [day(1), day(7), "Boots", 700],
      [day(9), day(9), "Boots", 90],
    ]);
  });
});

describe("refused", () => {
  it.each([
    ["a range that overlaps it", file(entry(5, 11, 700))],
    ["days inside it", file(entry(2, 2, 100), entry(3, 3, 100))],
    ["days across its end", file(entry(6, 6, 100), entry(9, 9, 100))],
  ])("what cuts a stored range without days: %s", (_, next) => {
    const plan = planImport(OWNER, heldAfter(file(entry(1, 7, 700))), next);
    expect(plan).toMatchObject({
      ok: false,
      reason: "cuts_range",
      held: { from: day(1), to: day(7) },
      file: { from: next.from, to: next.to },
    });
    expect(plan.ok ? "" : plan.sentence).toContain(`${day(1)} to ${day(7)}`);
  });

  it("a file in another currency than the account's, or than what it holds", () => {
    const euros = { ...BY_AD, currency: "EUR" };
    expect(planImport(OWNER, [], euros)).toMatchObject({ ok: false, reason: "other_currency" });
    const fresh = { id: "shop", currency: null };
    expect(planImport(fresh, heldAfter(BY_AD), euros)).toMatchObject({ reason: "other_currency" });
    expect(planImport(fresh, [], euros)).toMatchObject({ ok: true });
  });

  it("a file whose rows do not add up to its total", () => {
    expect(planImport(OWNER, [], { ...BY_AD, reconciles: false })).toMatchObject({
      reason: "does_not_reconcile",
    });
  });
});
