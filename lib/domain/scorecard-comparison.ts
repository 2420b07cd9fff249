import { compareRates, type Difference } from "./compare.ts";
import { type Age, type AgedWindow, missingToCompare, previousWindow } from "./comparison.ts";
import { compareCosts } from "./cost-compare.ts";
import { type Day, type Days, startOfDay, addDays } from "./day.ts";
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
  current: readonly Placed[];
  /** The conversations of the window before. */
  previous: readonly Placed[];
  /** Where both sides are old enough; null where too few are. */
  aged: AgedWindow | null;
  goals: LadderTargets;
  now: number;
}

export interface Compared {
  comparison: Comparison | null;
  diagnosis: Diagnosis;
}

/** What changed, and which rung is weakest: at one age for both sides, and for targets too. */
export function compareWindows(input: ComparisonInput): Compared {
  const { query, basis, current, previous, aged, goals, now } = input;
  const whole = sliceOf(input, { from: query.from, to: query.to }, current, query);
  const volume = sideOf(whole, basis).tally.started;
  const common = { targets: goals, minimum: query.minimum, volume };
  if (!aged) {
    const conversations = current.map(({ conversation }) => conversation);
    const missing = missingToCompare(conversations, query, now);
    return {
      comparison: null,
      diagnosis: diagnose({ ...common, now: sideOf(whole, basis), before: null, missing }),
    };
  }
  const { age } = aged;
  const days = { now: aged.days, before: previousWindow(query.from, query.to) };
  const atAge = { ...query, window: age };
  const members = startedUntil(current, days.now.to, query.timeZone);
  const today = sliceOf(input, days.now, members, atAge);
  const before = sliceOf(input, days.before, previous, atAge);
  const paid = {
    now: paidOf(members, input.lines, { window: age, now }),
    before: paidOf(previous, input.lines, { window: age, now }),
  };
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
  { rows, lines, currency, now }: ComparisonInput,
  days: Days,
  members: readonly Placed[],
  query: ScorecardQuery,
): Slice =>
  slice({
    key: "all",
    label: "",
    members,
    rows: spendWithin(rows, days.from, days.to).rows,
    lines,
    currency,
    days,
    query,
    now,
  });

/** Those that began before the end of a day. */
export function startedUntil(placed: readonly Placed[], to: Day, timeZone: string): Placed[] {
  const end = startOfDay(addDays(to, 1), timeZone);
  return placed.filter(({ conversation }) => conversation.start.at < end);
}

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
