import { compareRates, type Difference } from "./compare.ts";
import { type Age, type AgedWindow, previousWindow } from "./comparison.ts";
import { compareCosts } from "./cost-compare.ts";
import type { Days } from "./day.ts";
import { type Diagnosis, diagnose } from "./diagnosis.ts";
import type { Side } from "./diagnosis-factor.ts";
import type { LadderTargets } from "./diagnosis-shortfall.ts";
import type { Figure } from "./figure.ts";
import { type Basis, type Rung, RUNGS } from "./ladder.ts";
import type { Paid, Placed, ScorecardQuery } from "./scorecard-query.ts";
import { paidOf, type Slice, slice } from "./scorecard-slice.ts";
import { spendWithin } from "./spend.ts";
import type { Tally } from "./tally.ts";

/** One rung beside the window before, both at one age. `change` is a fraction of what it was: 0.12 is 12 % more. */
export interface Change {
  now: Figure;
  before: Figure;
  change: number | null;
  toldApart: boolean;
}

/** This window beside the one before it (definitions, Maturity). Days whose conversations are younger are left out. */
export interface Comparison {
  age: Age;
  now: Days;
  before: Days;
  rungs: Record<Rung, Change>;
}

export interface ComparisonInput extends Paid {
  query: ScorecardQuery;
  basis: Basis;
  currency: string | null;
  /** All of the window, at its conversion window. */
  current: readonly Placed[];
  /** Where both sides are old enough; null where too few are, and then so many are missing. */
  aged: AgedWindow | null;
  missing: number;
  /** At that age: of its days, and of the window before. */
  agedCurrent: readonly Placed[];
  agedPrevious: readonly Placed[];
  goals: LadderTargets;
}

export interface Compared {
  comparison: Comparison | null;
  diagnosis: Diagnosis;
}

/** What changed, and which rung is weakest: at one age for both sides, and for targets too. */
export function compareWindows(input: ComparisonInput): Compared {
  const { query, basis, current, aged, missing, agedCurrent, agedPrevious, goals, lines } = input;
  const whole = sliceOf(input, { from: query.from, to: query.to }, current);
  const volume = sideOf(whole, basis).tally.started;
  const common = { targets: goals, minimum: query.minimum, volume };
  if (!aged)
    return {
      comparison: null,
      diagnosis: diagnose({ ...common, now: sideOf(whole, basis), before: null, missing }),
    };
  const { age } = aged;
  const days = { now: aged.days, before: previousWindow(query.from, query.to) };
  const today = sliceOf(input, days.now, agedCurrent);
  const before = sliceOf(input, days.before, agedPrevious);
  const paid = { now: paidOf(agedCurrent, lines), before: paidOf(agedPrevious, lines) };
  const hasBefore = before.tally.started > 0;
  return {
    comparison: hasBefore ? { age, ...days, rungs: changes(today, before, basis, paid) } : null,
    diagnosis: diagnose({
      ...common,
      now: sideOf(today, basis),
      before: hasBefore ? sideOf(before, basis) : null,
    }),
  };
}

const sliceOf = (
  { rows, lines, currency, query }: ComparisonInput,
  days: Days,
  members: readonly Placed[],
): Slice =>
  slice({
    key: "all",
    label: "",
    members,
    rows: spendWithin(rows, days.from, days.to).rows,
    lines,
    currency,
    days,
    minimum: query.minimum,
  });

const sideOf = ({ tally, attributed, spendMinor, totalCostMinor }: Slice, basis: Basis): Side => ({
  tally: basis === "attributed" ? attributed : tally,
  money: { spendMinor, totalCostMinor },
});

/** A figure before it was rounded to minor units. */
const exactly = ({ value, numerator, denominator }: Figure): number | null =>
  value === null || numerator === null ? null : numerator / denominator;

type Both<Value> = Record<"now" | "before", Value>;

/** Costs on the basis of the headline; rates and revenue count whatever the filter selects. */
function changes(now: Slice, before: Slice, basis: Basis, paid: Both<Tally>): Record<Rung, Change> {
  const entries = RUNGS.map((rung) => {
    const isOfAll = rung in STEPS || rung === "revenuePerConversation" || basis === "blended";
    const on = isOfAll ? "blended" : basis;
    const attributed = rung === "cac" ? paid : { now: now.attributed, before: before.attributed };
    const tallies = isOfAll ? { now: now.tally, before: before.tally } : attributed;
    const [a, b] = [now.ladder.rungs[rung][on], before.ladder.rungs[rung][on]];
    const [is, was] = [exactly(a), exactly(b)];
    const change = is === null || !was ? null : (is - was) / was;
    return [rung, { now: a, before: b, change, toldApart: isToldApart(rung, { now, before }, tallies) }];
  });
  // safe because: there is one entry a rung.
  return Object.fromEntries(entries) as Record<Rung, Change>;
}

/** Which stage a cost is paid for, and which two a rate goes between. */
const HITS = { costPerQualified: "qualified", costPerHandoff: "handedOff", cac: "customers" } as const;
const STEPS = {
  replyRate: ["wentOn", "started"],
  qualificationRate: ["qualified", "started"],
  handoffRate: ["handedOff", "qualified"],
  closeRate: ["customers", "handedOff"],
} as const;

function isToldApart(rung: Rung, sides: Both<Slice>, { now, before }: Both<Tally>): boolean {
  let difference: Difference | null = null;
  if (rung in STEPS) {
    const [hits, from] = STEPS[rung as keyof typeof STEPS];
    difference = compareRates({ hits: now[hits], of: now[from] }, { hits: before[hits], of: before[from] });
  } else if (rung in HITS) {
    const hits = HITS[rung as keyof typeof HITS];
    const cost = (side: Slice) => (rung === "cac" ? side.totalCostMinor : side.spendMinor) ?? 0;
    difference = compareCosts(
      { costMinor: cost(sides.now), hits: now[hits], of: now.started },
      { costMinor: cost(sides.before), hits: before[hits], of: before.started },
    );
  }
  return difference?.toldApart ?? false;
}
