import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "#lib/domain/day.ts";
import type { SpendEntry, SpendRow } from "#lib/domain/spend.ts";
import { planImport, type SpendImport } from "#lib/domain/spend-ledger.ts";
import { spendEntry } from "./spend-rows.ts";

const OWNER = { id: "shop", currency: "USD" };
const LEVELS = ["campaign", "ad", "adId"] as const;

/** A file of one level: by day, or as one range. */
const file = fc
  .record({
    start: fc.nat(12),
    level: fc.constantFrom(...LEVELS),
    isRange: fc.boolean(),
    amounts: fc.array(fc.tuple(fc.nat(3), fc.nat(400)), { minLength: 1, maxLength: 6 }),
  })
  .map(({ start, level, isRange, amounts }): SpendImport => {
    const [from, to] = [addDays("2026-10-01", start), addDays("2026-10-01", start + amounts.length - 1)];
    const rows = amounts.map(([ad, amountMinor], index): SpendEntry => {
      const day = addDays(from, index);
      return spendEntry({
        from: isRange ? from : day,
        to: isRange ? to : day,
        campaign: `Campaign ${ad % 2}`,
        ad: level === "campaign" ? null : `Ad ${ad}`,
        adId: level === "adId" ? String(ad) : null,
        amountMinor,
      });
    });
    return { currency: "USD", from, to, rows: isRange ? merged(rows) : rows, reconciles: null };
  });

/** One row an ad, as a reader gives them. */
function merged(rows: readonly SpendEntry[]): SpendEntry[] {
  const byAd = new Map<string, SpendEntry>();
  for (const row of rows) {
    const key = `${row.campaign} ${row.ad}`;
    const amountMinor = row.amountMinor + (byAd.get(key)?.amountMinor ?? 0);
    byAd.set(key, { ...row, amountMinor });
  }
  return [...byAd.values()];
}

const total = (rows: readonly SpendEntry[]) => rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
const daysOf = (rows: readonly SpendEntry[]) =>
  rows.flatMap(({ from, to, campaign, ad }) => {
    const days: string[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(`${day} ${campaign} ${ad}`);
    return days;
  });

it("after any imports no day of an ad is held twice, and each plan adds up", () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 8 }), (files) => {
      let held: SpendRow[] = [];
      for (const next of files) {
        const plan = planImport(OWNER, held, next);
        if (!plan.ok) continue;
        const after = [...plan.keep, ...plan.add];
        expect(total(after)).toBe(total(held) - total(plan.remove) + total(plan.add));
        expect(plan.replaced.reduce((sum, run) => sum + run.amountMinor, 0)).toBe(total(plan.remove));
        expect(plan.unchanged).toBe(after.length === held.length && after.every((row) => held.includes(row)));
        held = after;
        const days = daysOf(held);
        expect(new Set(days).size).toBe(days.length);
      }
    }),
    { numRuns: 1_000 },
  );
});

it("the period of a file costs what the file says, to the rounding, and again changes nothing", () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 5 }), file, (files, last) => {
      let held: SpendRow[] = [];
      for (const next of [...files, last]) {
        const plan = planImport(OWNER, held, next);
        if (!plan.ok && next === last) return;
        if (plan.ok) held = [...plan.keep, ...plan.add];
      }
      const [from, to] = [last.from ?? "", last.to ?? ""];
      const inside = held.filter((row) => from <= row.from && row.to <= to);
      expect(Math.abs(total(inside) - total(last.rows))).toBeLessThanOrEqual(6);
      expect(planImport(OWNER, held, last)).toMatchObject({ ok: true, unchanged: true });
    }),
    { numRuns: 1_000 },
  );
});
