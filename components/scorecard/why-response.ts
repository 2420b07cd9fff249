import { METRIC_NAMES, type Metric } from "#lib/domain/response-target.ts";
import { count, daysWords, percentFine, plural } from "./numbers.ts";
import type { Reading } from "./reading.ts";
import { defaultWords, sayResponse } from "./response-words.ts";
import { line, type Why } from "./why.ts";

const WAITS: Record<Metric, string> = {
  first_reply: "From the customer's first message to the first person's reply.",
  next_reply: "From the oldest unanswered message after that to a person's reply.",
  outcome: "From the customer's first message to the first standing tag.",
  handoff: "From the offer of a handoff to its acceptance.",
};

/** Share in time, median and 90th percentile of one metric. */
export function whyResponse(metric: Metric, { card, defaults }: Reading): Why | null {
  const figures = card.responseTimes?.[metric];
  if (!figures) return null;
  const { numerator, denominator, value } = figures.inTime;
  const said = sayResponse(figures);
  return {
    title: METRIC_NAMES[metric],
    formula:
      value === null
        ? "In time / all that met or missed their target: nobody waited"
        : `In time / met or missed = ${count(numerator ?? 0)} / ${count(denominator)} = ${percentFine(value)}`,
    lines: [
      ...line(
        "Counts",
        `${WAITS[metric]} An automatic message ends no wait. A miss counts whether or not it was answered later; exactly on time is in time.`,
      ),
      ...line(
        "Interval",
        said.interval === null ? null : `95 %: ${said.interval}, by Wilson's score interval (1927).`,
      ),
      ...line(
        "Times",
        `Half within ${said.median}, nine in ten within ${said.p90}, on the target's own clock, of ${plural(figures.answered, "answer", "answers")}.`,
      ),
      ...line("Beside", said.beside.length === 0 ? null : `${said.beside.join(", ")}.`),
      ...line(
        "Days",
        `Waits that started ${daysWords(card.query)}, ${card.query.timeZone.replaceAll("_", " ")}.`,
      ),
      ...line("Default", sayDefault(defaults)),
      ...line("Defined", "“Response times”: met / (met + missed)."),
    ],
  };
}

function sayDefault(defaults: Reading["defaults"]): string | null {
  const words = defaultWords(defaults);
  return words === null ? null : `${words}: nobody has confirmed them yet in the options.`;
}
