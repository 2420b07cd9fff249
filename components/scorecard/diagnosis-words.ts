import {
  type Factor,
  FACTOR_NAMES,
  isRate as isRateFactor,
  type Stage,
  STEPS,
} from "#lib/domain/diagnosis-factor.ts";
import type { Shortfall } from "#lib/domain/diagnosis-shortfall.ts";
import type { Drop } from "#lib/domain/diagnosis.ts";
import type { Rung } from "#lib/domain/ladder.ts";
import { windowBefore } from "./change-words.ts";
import { count, money, percent, percentFine, plural } from "./numbers.ts";
import type { Card } from "./reading.ts";

export const STAGE_NAMES: Record<Stage, string> = {
  started: "Started",
  wentOn: "Went on",
  qualified: "Qualified",
  handedOff: "Handed off",
  customers: "Customers",
};

const WHO: Record<Stage, string> = {
  started: "those that started",
  wentOn: "those that went on",
  qualified: "the qualified",
  handedOff: "those handed off",
  customers: "the customers",
};

/** "Qualified to handed off", or the factor's own name where it is no step. */
export function stepWords(factor: Factor): string {
  if (!isRateFactor(factor)) return FACTOR_NAMES[factor];
  const [from, to] = STEPS[factor];
  return `${STAGE_NAMES[from]} to ${STAGE_NAMES[to].toLowerCase()}`;
}

/** A factor's value: a rate, money a message, or how many times the spend. */
export function factorValue(factor: Factor, value: number, currency: string | null): string {
  if (isRateFactor(factor)) return percent(value);
  return factor === "costPerMessage"
    ? money(Math.round(value), currency)
    : `${value.toFixed(2)} times the spend`;
}

/** "in the 30 days before", "the day before". */
function sinceBefore(comparison: Card["comparison"]): string {
  if (!comparison) return "before";
  const { from, to } = comparison.before;
  return from === to ? windowBefore(comparison) : `in ${windowBefore(comparison)}`;
}

/** "38 % of the qualified, against 53 % in the 30 days before". */
function beside({ factor, value, reference, against }: Shortfall, { comparison, currency }: Card): string {
  const of = isRateFactor(factor) ? ` of ${WHO[STEPS[factor][0]]}` : "";
  const other = factorValue(factor, reference, currency);
  const where = against === "target" ? `a target of ${other}` : `${other} ${sinceBefore(comparison)}`;
  return `${factorValue(factor, value, currency)}${of}, against ${where}.`;
}

const lostBetween = ({ factor, lost, hits, of }: Drop): string => {
  const [from, to] = STEPS[factor];
  return `${percentFine(lost)} stop between ${STAGE_NAMES[from].toLowerCase()} and ${STAGE_NAMES[to].toLowerCase()} (${count(of - hits)} of ${count(of)}).`;
};

/** Costs beside the ads are seen in CAC alone. */
const rungOf = (factor: Factor): Rung => (factor === "costLines" ? "cac" : factor);

/** What the diagnosis says, for people. */
export interface DiagnosisSaid {
  tone: "bad" | "calm";
  title: string;
  sentences: string[];
  /** The rung to hatch: told apart, or none. */
  weakest: Rung | null;
}

export function sayDiagnosis(card: Card): DiagnosisSaid {
  const { weakest, candidate, drop, advice, lowVolume } = card.diagnosis;
  if (weakest)
    return {
      tone: "bad",
      title: `Weakest: ${stepWords(weakest.factor).toLowerCase()}.`,
      sentences: [beside(weakest, card), ...advice],
      weakest: rungOf(weakest.factor),
    };
  const calm = { tone: "calm", weakest: null } as const;
  if (candidate)
    return {
      ...calm,
      title: "No rung stands out yet.",
      sentences: [
        `${stepWords(candidate.factor)} costs most so far: ${beside(candidate, card)}`,
        candidate.needed === null
          ? "More conversations alone would not show it."
          : `About ${plural(candidate.needed, "more conversation", "more conversations")} would show.`,
        ...advice,
      ],
    };
  if (drop)
    return {
      ...calm,
      title: `Largest drop: ${stepWords(drop.factor).toLowerCase()}.`,
      sentences: [
        lostBetween(drop),
        "A drop, not a fault: there is neither a target nor an earlier window yet.",
        ...advice,
      ],
    };
  if (lowVolume) return { ...calm, title: "Low volume.", sentences: advice };
  return {
    ...calm,
    title: "No rung falls short.",
    sentences: ["None costs more than its target or the window before."],
  };
}
