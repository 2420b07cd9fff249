import { daysBetween } from "#lib/domain/day.ts";
import type { Rung } from "#lib/domain/ladder.ts";
import type { Card } from "./reading.ts";
import { count, percent, plural } from "./numbers.ts";
import { isCost, type Priced } from "./words.ts";

/** How a figure moved against the window before. */
export interface ChangeSaid {
  /** "▲ 12 %", or "±0 %". */
  amount: string;
  /** "against the 30 days before, at 14 days' age". */
  against: string;
  /** Said where the data do not tell the two apart; known sums need no test. */
  test: string | null;
  /** What the data tell apart is better or worse; the rest is neither. */
  tone: "good" | "bad" | "calm";
}

/** "the 30 days before", "the day before". */
export function windowBefore({ before }: NonNullable<Card["comparison"]>): string {
  const days = daysBetween(before.from, before.to);
  return days === 1 ? "the day before" : `the ${days} days before`;
}

/** "14 days' age", "1 day's age". */
export const ageWords = (age: number): string => (age === 1 ? "1 day's age" : `${age} days' age`);

/** Both sides of these are known sums; an interval would say nothing. */
export const isUntested = (rung: Priced): boolean =>
  rung === "costPerMessage" || rung === "revenuePerConversation";

/** Null where there is nothing to compare with. */
export function sayChange(rung: Rung, { comparison }: Card): ChangeSaid | null {
  const made = comparison?.rungs[rung];
  if (!comparison || !made || made.change === null) return null;
  const { change, toldApart } = made;
  const isWorse = isCost(rung) ? change > 0 : change < 0;
  const arrow = change > 0 ? "▲" : change < 0 ? "▼" : "±";
  return {
    amount: `${arrow} ${percent(Math.abs(change))}`,
    against: `against ${windowBefore(comparison)}, at ${ageWords(comparison.age)}`,
    test: isUntested(rung) || toldApart ? null : "not told apart yet",
    tone: !toldApart || change === 0 ? "calm" : isWorse ? "bad" : "good",
  };
}

/** Those too young for the conversion window, in words; null where there are none. */
export function sayYoung(n: number, of: number, days: number): string | null {
  if (n === 0) return null;
  return `${n === of && n > 1 ? "all " : ""}${count(n)} younger than ${plural(days, "day", "days")}`;
}
