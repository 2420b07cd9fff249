import { FACTOR_NAMES } from "#lib/domain/diagnosis-factor.ts";
import type { Shortfall } from "#lib/domain/diagnosis-shortfall.ts";
import type { Split } from "#lib/domain/diagnosis-split.ts";
import { ageWords, windowBefore } from "./change-words.ts";
import { factorValue, sayDiagnosis, STAGE_NAMES } from "./diagnosis-words.ts";
import { daysWords, percent, plural, signedPercent } from "./numbers.ts";
import type { Card, Reading } from "./reading.ts";
import { line, type Why } from "./why.ts";

/** How every factor stands against its target or the window before, and how the change splits. */
export function whyDiagnosis({ card }: Reading): Why {
  const { split, shortfalls, drop } = card.diagnosis;
  return {
    title: sayDiagnosis(card).title.replace(/\.$/, ""),
    formula: card.costsHidden
      ? "Customers / started = reply rate × qualified of those that went on × handoff rate × close rate"
      : "CAC = total cost / spend × cost per message / (reply rate × qualified of those that went on × handoff rate × close rate)",
    lines: [
      ...shortfalls
        .filter(isSaid)
        .map((one) => ({ term: FACTOR_NAMES[one.factor], words: shortfallWords(one, card) })),
      ...line("Change", split && splitWords(split, card)),
      ...line("Age", ageLine(card)),
      ...line(
        "Drop",
        drop &&
          `${percent(drop.lost)} of ${drop.of} are lost: the largest step. Stages are not equally hard.`,
      ),
      ...line(
        "Told apart",
        `From ${plural(card.query.minimum, "conversation", "conversations")} on. Two rates by Newcombe's interval for a difference (1998), a target by Wilson's (1927).`,
      ),
      ...line("Defined", "“Diagnosis”: the change in ln CAC splits exactly among its factors."),
    ],
  };
}

/** Where nothing but the ads was paid for on either side there are no costs beside them. */
const isSaid = ({ factor, value, reference }: Shortfall): boolean =>
  factor !== "costLines" || value !== 1 || reference !== 1;

function shortfallWords(
  { factor, value, reference, against, change, toldApart, needed }: Shortfall,
  card: Card,
) {
  const { currency, comparison } = card;
  const other =
    against === "target" ? "the target" : comparison ? windowBefore(comparison) : "the window before";
  const sides = `${factorValue(factor, value, currency)} beside ${factorValue(factor, reference, currency)} (${other})`;
  const effect =
    change === null
      ? "nobody took the step"
      : `${signedPercent(Math.expm1(change))} on the cost of a customer`;
  const told = toldApart
    ? ""
    : needed === null || needed === 0
      ? "; not told apart"
      : `; not told apart, about ${plural(needed, "more conversation", "more conversations")} would show`;
  return `${sides}: ${effect}${told}.`;
}

/** The parts multiply to the whole. */
function splitWords({ stage, total, withoutCosts, parts }: Split, { comparison }: Card): string {
  const what = withoutCosts
    ? `Conversations per ${STAGE_NAMES[stage].toLowerCase()}`
    : stage === "customers"
      ? "CAC"
      : `Cost per ${STAGE_NAMES[stage].toLowerCase()}`;
  const since = comparison ? ` since ${windowBefore(comparison)}` : "";
  const each = parts
    .filter(({ factor, change }) => factor !== "costLines" || change !== 0)
    .map(
      ({ factor, change }) => `${FACTOR_NAMES[factor].toLowerCase()} ${signedPercent(Math.expm1(change))}`,
    );
  const end =
    stage === "customers" ? "" : ` It stops at ${STAGE_NAMES[stage].toLowerCase()}: a window got no further.`;
  return `${what} ${signedPercent(Math.expm1(total))}${since}, made of ${each.join(", ")} (they multiply).${end}`;
}

function ageLine({ comparison }: Card): string | null {
  if (!comparison) return null;
  const { now, before, age } = comparison;
  return `Both sides at ${ageWords(age)}: ${daysWords(now)} beside ${daysWords(before)}.`;
}
