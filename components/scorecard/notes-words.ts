import { count, daysWords, money, plural } from "./numbers.ts";
import type { Card } from "./reading.ts";

/** What a reader of the report should know besides: shared ranges, other currencies, contradictions, the rule. */
export function sayNotes(card: Card): string[] {
  const { sharedRanges, otherCurrencies, query, total } = card;
  const { contradictory, unpriced } = total.tally;
  const rule = query.rule === "first" ? "first" : "last";
  return [
    `A conversation belongs to the source of its ${rule} touch.`,
    ...(query.by === "member"
      ? ["It is the member's who accepted its last handoff, else who replied or tagged last."]
      : []),
    ...(query.by === "macro" ? [`It is counted with the ${rule} macro inserted in it.`] : []),
    ...sharedRanges.map(
      ({ from, to, days, of }) =>
        `Spend of ${daysWords({ from, to })} came without days: ${count(days)} of its ${plural(of, "day", "days")} count here.`,
    ),
    ...otherCurrencies.flatMap(({ currency, spendMinor, sales }) => [
      ...(spendMinor === null
        ? []
        : [`${money(spendMinor, currency)} of spend is in another currency and not added.`]),
      ...(sales === 0 ? [] : [`${plural(sales, "sale", "sales")} in ${currency} not converted.`]),
    ]),
    ...(unpriced === 0 ? [] : [`${plural(unpriced, "sale", "sales")} without an amount.`]),
    ...(contradictory === 0
      ? []
      : [
          `${plural(contradictory, "conversation is", "conversations are")} contradictory: handed off or sold, yet tagged below qualified.`,
        ]),
  ];
}
