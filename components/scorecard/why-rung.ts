import type { Basis, Rung } from "#lib/domain/ladder.ts";
import type { Tally } from "#lib/domain/tally.ts";
import { ageWords, isUntested, sayYoung } from "./change-words.ts";
import { count, daysWords, money, percentFine, plural } from "./numbers.ts";
import { sayRevenue } from "./money-words.ts";
import { basisOf, type Card, matureDays, type Reading, tallyOn, tellingOf } from "./reading.ts";
import { meaningOf } from "./rung-meaning.ts";
import { line, sentences, type Why } from "./why.ts";
import { isCost, isRate, inShort, type Priced, say } from "./words.ts";

/** The formula of a rung with its own values, and everything that went in or was left out. */
export function whyRung(rung: Priced, reading: Reading): Why {
  const { card, slice } = reading;
  const basis = basisOf(rung, slice);
  const tally = tallyOn(basis, slice);
  const meaning = meaningOf(rung);
  return {
    title: meaning.name,
    formula: formulaOf(rung, reading),
    lines: [
      ...line("Counts", meaning.counts),
      ...line("Implied", impliedIn(rung, tally)),
      ...line("Over", overWords(rung, reading, basis)),
      ...line("Days", whenWords(card)),
      ...line("Young", youngWords(tally, card)),
      ...line("Interval", intervalWords(rung, reading, tally)),
      ...line("Beside", besideWords(rung, reading)),
      ...line("Before", rung === "cpa" || slice !== card.total ? null : beforeWords(rung, reading)),
      ...line("Left out", leftOut(rung, reading)),
      ...line("Defined", `“The ladder”: ${meaning.numerator} / ${meaning.denominator}.`),
    ],
  };
}

function formulaOf(rung: Priced, reading: Reading): string {
  const { numerator, denominator } = meaningOf(rung);
  const words = `${capital(numerator)} / ${denominator}`;
  const telling = tellingOf(rung, reading);
  const { figure, currency } = telling;
  if (figure.numerator === null) return `${words}: ${inShort(say(telling))}`;
  const above = isRate(rung) ? count(figure.numerator) : money(figure.numerator, currency);
  const exact = isRate(rung) && figure.value !== null ? percentFine(figure.value) : inShort(say(telling));
  return `${words} = ${above} / ${count(figure.denominator)}${figure.value === null ? ": " : " = "}${exact}`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const IMPLIED: Partial<Record<Priced, "impliedWentOn" | "impliedQualified" | "impliedHandedOff">> = {
  replyRate: "impliedWentOn",
  qualificationRate: "impliedQualified",
  costPerQualified: "impliedQualified",
  handoffRate: "impliedHandedOff",
  costPerHandoff: "impliedHandedOff",
};

function impliedIn(rung: Priced, tally: Tally): string | null {
  const key = IMPLIED[rung];
  if (key === undefined || tally[key] === 0) return null;
  return `${count(tally[key])} reached it only by a later stage.`;
}

const OVER: Record<Basis, string> = {
  attributed: "Attributed: conversations whose source is one that the money was spent on.",
  blended: "Blended: the money over all conversations, a lower bound while sources are unknown.",
};

function overWords(rung: Priced, { card, slice }: Reading, basis: Basis): string {
  if (!isCost(rung))
    return `All ${plural(slice.tally.started, "conversation", "conversations")} of the filter that started.`;
  const rule = card.query.rule === "first" ? "The first touch" : "The last touch";
  return `${OVER[basis]} ${rule} of a conversation names its source.`;
}

function whenWords(card: Card): string {
  const { query } = card;
  const within =
    query.window === "any"
      ? "What they became counts whenever it came."
      : `What they became counts within ${plural(query.window, "day", "days")} of the start.`;
  return `Started ${daysWords(query)}, ${query.timeZone.replaceAll("_", " ")}. ${within}`;
}

function youngWords({ immature, started }: Tally, card: Card): string | null {
  const young = sayYoung(immature, started, matureDays(card));
  return young === null ? null : `${capital(young)}: counted, and may still change.`;
}

function intervalWords(rung: Priced, reading: Reading, { started }: Tally): string {
  const { slice } = reading;
  const telling = tellingOf(rung, reading);
  const { interval } = say(telling);
  const { denominator } = telling.figure;
  if (isUntested(rung) || (rung === "cpa" && telling.figure.low === null))
    return "None: both sides are known.";
  if (telling.figure.low === null) return "None yet.";
  if (isRate(rung)) return `95 %: ${interval}, by Wilson's score interval (1927).`;
  // What cost lines paid for is not counted apart: only the spend's own conversations are.
  const hasLines = rung === "cac" && slice.totalCostMinor !== slice.spendMinor;
  const share = hasLines ? "the share of customers" : `${count(denominator)} of ${count(started)}`;
  return interval === null
    ? `Only a lower end: the cost over Wilson's upper limit (1927) for ${share}.`
    : `95 %: ${interval}, the cost over Wilson's limits (1927) for ${share}.`;
}

function besideWords(rung: Priced, reading: Reading): string | null {
  const { slice, card } = reading;
  const { tally, ladder, customerThreads } = slice;
  if (rung === "replyRate") {
    const { value, numerator, denominator } = ladder.beside.replyRateOfAnswered;
    const nobody = `${count(tally.started - tally.answered)} nobody answered.`;
    return sentences(
      value === null ? null : `${percentFine(value)} of those answered (${numerator} of ${denominator}).`,
      nobody,
    );
  }
  if (rung === "qualificationRate") {
    const { value, numerator, denominator } = ladder.beside.qualificationRateOfTagged;
    return value === null ? null : `${percentFine(value)} of those tagged (${numerator} of ${denominator}).`;
  }
  if (rung === "handoffRate") return `${count(tally.accepted)} accepted so far.`;
  if (rung === "closeRate")
    return `${plural(customerThreads, "person", "people")}; ${plural(tally.purchases, "purchase", "purchases")}.`;
  if (rung === "revenuePerConversation" && !card.costsHidden) {
    const { inChat, outside, window } = sayRevenue(reading);
    return `Sold in chat: ${inChat}. Sold outside: ${outside}. Both ${window}.`;
  }
  if (!isCost(rung) || card.costsHidden) return null;
  const other: Basis = basisOf(rung, slice) === "attributed" ? "blended" : "attributed";
  return `${capital(other)}: ${inShort(say(tellingOf(rung, reading, other)))}.`;
}

function beforeWords(rung: Rung, { card }: Reading): string | null {
  const made = card.comparison?.rungs[rung];
  if (!card.comparison || !made) return null;
  const { currency, costsHidden } = card;
  const { now, before, age } = card.comparison;
  const words = (figure: typeof made.now) =>
    inShort(say({ rung, figure, currency, started: 0, costsHidden }));
  return sentences(
    `At ${ageWords(age)}: ${words(made.now)} (${daysWords(now)}) beside ${words(made.before)} (${daysWords(before)}),`,
    isUntested(rung) ? "without a test." : made.toldApart ? "told apart by the data." : "not told apart yet.",
  );
}

function leftOut(rung: Priced, { card, slice }: Reading): string | null {
  const { tally } = slice;
  const unseen = tally.all - tally.started;
  const others = card.otherCurrencies.flatMap(({ currency, spendMinor, sales }) => [
    ...(isCost(rung) && spendMinor ? [`${money(spendMinor, currency)} of spend, in another currency.`] : []),
    ...(rung === "revenuePerConversation" && sales > 0
      ? [`${plural(sales, "sale", "sales")} in ${currency} not converted.`]
      : []),
  ]);
  return sentences(
    unseen > 0 ? `${count(unseen)} whose start was not seen, or that we began.` : null,
    ...others,
    rung === "revenuePerConversation" && tally.unpriced > 0
      ? `${plural(tally.unpriced, "sale", "sales")} without an amount.`
      : null,
  );
}
