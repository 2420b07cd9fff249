import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ImportPlan, planImport } from "#lib/domain/spend-ledger.ts";
import { type SpendRow, sumSpend } from "#lib/domain/spend.ts";
import { readSpendFile } from "#lib/spend/read-spend-file.ts";

const OWNER = { id: "shop", currency: null };
const FINEST = "ads-manager-by-day.csv";
const OTHERS = ["reporting-campaign-by-day.csv", "age-and-gender.csv", "region.csv", "whole-account.csv"];

function importInto(held: readonly SpendRow[], name: string): ImportPlan {
  const reading = readSpendFile(readFileSync(new URL(`../samples/spend/${name}`, import.meta.url)));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const plan = planImport(OWNER, held, reading.file);
  if (!plan.ok) throw new Error(plan.sentence);
  return plan;
}

const after = ({ keep, add }: ImportPlan): SpendRow[] => [...keep, ...add];

describe("one period, exported several times", () => {
  const finest = after(importInto([], FINEST));

  it.each([FINEST, ...OTHERS])("%s changes nothing once its ads and days are held", (name) => {
    const plan = importInto(finest, name);
    expect(plan).toMatchObject({ unchanged: true, replaced: [] });
    expect(plan.keep).toEqual(finest);
  });

  it.each(OTHERS)("%s makes room for the ads and days, and the sum stays", (name) => {
    const first = after(importInto([], name));
    expect(sumSpend(first, "USD")).toBe(15051);
    const second = after(importInto(first, FINEST));
    expect(second.map(({ adId, from, amountMinor }) => [adId, from, amountMinor])).toEqual(
      finest.map(({ adId, from, amountMinor }) => [adId, from, amountMinor]),
    );
  });

  it("sums to the same in whatever order all of them come", () => {
    const turns = [...OTHERS, FINEST, ...OTHERS];
    const held = turns.reduce<SpendRow[]>((rows, name) => after(importInto(rows, name)), []);
    expect(sumSpend(held, "USD")).toBe(15051);
    expect(held).toHaveLength(8);
  });
});
