import type { Coverage } from "#lib/domain/coverage.ts";
import { sayYoung } from "./change-words.ts";
import { COVERED, untaggedOf } from "./coverage-words.ts";
import { count, daysWords, money, percentFine, shareOf } from "./numbers.ts";
import { matureDays, type Reading } from "./reading.ts";
import { line, type Why } from "./why.ts";

const MEANS: Record<keyof Coverage, string> = {
  tagged: "Somebody said what it became, and has not taken it back.",
  attributed: "An ad, a link, a keyword, a label or a person says where it came from.",
  sendersKnown: "Of every message it is known whether a person or a machine wrote it.",
  startSeen: "Its first message was seen; the rest began before we looked and is in no rate.",
};

/** How one kind of coverage is counted. */
export function whyCoverage(key: keyof Coverage, { card }: Reading): Why {
  const { n, of } = card.coverage[key];
  const name = COVERED.find((one) => one.key === key)?.name ?? "";
  return {
    title: name,
    formula: `${name} / all conversations = ${count(n)} / ${count(of)} = ${shareOf(n, of)}`,
    lines: [
      ...line("Counts", MEANS[key]),
      ...line("Days", `All of ${daysWords(card.query)}, also those whose start was not seen.`),
      ...line("Defined", "“Coverage”: each of all."),
    ],
  };
}

/** The cohort that all rates are made of. */
export function whyStarted({ card, slice }: Reading): Why {
  const { all, started, immature } = slice.tally;
  return {
    title: "Started",
    formula: `Started by the customer in these days, start seen = ${count(started)} of ${count(all)}`,
    lines: [
      ...line("Days", `${daysWords(card.query)}, ${card.query.timeZone.replaceAll("_", " ")}.`),
      ...line(
        "Left out",
        all > started ? `${count(all - started)} whose start was not seen, or that we began.` : null,
      ),
      ...line("Young", sayYoung(immature, started, matureDays(card))),
      ...line("Defined", "“Thread, conversation, event”: a customer's message after a gap starts one."),
    ],
  };
}

const share = (value: number | null): string => (value === null ? "none yet" : percentFine(value));

/** What nobody has judged, and how far it could move the headline. */
export function whyUntagged(reading: Reading): Why {
  const { card } = reading;
  const { untagged, rate, cost } = untaggedOf(reading);
  const { tagged } = card.coverage;
  const per = (value: number | null) =>
    `, cost per qualified ${value === null ? "without bound" : money(value, card.currency)}`;
  return {
    title: "Untagged",
    formula: `Started, neither tagged nor handed off nor sold = ${count(untagged)}`,
    lines: [
      ...line(
        "If all were good",
        `Qualification rate ${share(rate.allGood)}${cost ? per(cost.allGood) : ""}.`,
      ),
      ...line("If all were bad", `Qualification rate ${share(rate.allBad)}${cost ? per(cost.allBad) : ""}.`),
      ...line("Tagged", `${count(tagged.n)} of all ${count(tagged.of)} conversations of these days.`),
      ...line("Defined", "“Coverage”: untagged conversations give bounds, all bad and all good."),
    ],
  };
}
