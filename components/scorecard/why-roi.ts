import { sayRoi } from "./money-words.ts";
import { money } from "./numbers.ts";
import type { Reading } from "./reading.ts";
import { line, type Why } from "./why.ts";

/** What was earned beside what it cost. */
export function whyRoi(reading: Reading): Why {
  const { card, slice } = reading;
  const { revenueMinor, totalCostMinor, ladder } = slice;
  const { roi } = ladder.beside;
  const cost = totalCostMinor === null ? "" : money(totalCostMinor, card.currency);
  const values =
    roi === null || revenueMinor === null
      ? `: ${sayRoi(reading)}`
      : ` = (${money(revenueMinor, card.currency)} - ${cost}) / ${cost} = ${sayRoi(reading)}`;
  return {
    title: "ROI",
    formula: `(Revenue - total cost) / total cost${values}`,
    lines: [
      ...line(
        "Counts",
        "Revenue of all conversations of the filter, in chat and outside, less refunds. Total cost: the spend and the cost lines of these days.",
      ),
      ...line("Defined", "“The ladder”: (revenue - total cost) / total cost."),
    ],
  };
}
