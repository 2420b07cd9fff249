import { placeOf, type SpendIndex } from "./attribution.ts";
import { countedName, isNamed } from "./counted-name.ts";
import { type Age, type AgedWindow, agedWindow, missingToCompare } from "./comparison.ts";
import { type Day, dayOf, startOfDay, addDays } from "./day.ts";
import type { Source } from "./event-data.ts";
import type { Counted, Placed, ScorecardQuery } from "./scorecard-query.ts";
import type { ResponseTimes } from "./scorecard-response.ts";
import { type ConversionWindow, isMature } from "./stage.ts";
import { isInCohort, type Tally, tally } from "./tally.ts";
import { type Channel, threadKey } from "./thread.ts";
import { countedTouch } from "./touch.ts";

/** Some conversations of one source, counted at one age: what a report is added up from. */
export interface Part {
  source: Source | null;
  /** Null where the report does not tell these apart. */
  channel: Channel | null;
  day: Day | null;
  /** Whose they are, or with which macro: null too where it is nobody, or none. */
  name: string | null;
  tally: Tally;
  /** Threads of customers who may be in another part too; a thread is one customer, however often it bought. */
  buyers: readonly string[];
}

/** Everything that a report needs to know of conversations. */
export interface Counts {
  /** Of the window, at its conversion window. */
  current: readonly Part[];
  /** Where both sides of a comparison are old enough; null where too few are, and then so many are missing. */
  aged: AgedWindow | null;
  missing: number;
  /** At that age: what began on its days, and in the window before. */
  agedCurrent: readonly Part[];
  agedPrevious: readonly Part[];
  responseTimes: ResponseTimes | null;
}

/** Conversations as parts, each by itself. */
export const partsOf = (
  conversations: readonly Counted[],
  { by, rule, timeZone }: ScorecardQuery,
  { window, now }: { window: ConversionWindow; now: number },
): Part[] =>
  conversations.map(({ thread, conversation }) => {
    const counts = tally([conversation], window, now);
    return {
      source: countedTouch(conversation.touches, rule)?.source ?? null,
      channel: thread.channel,
      day: by === "day" ? dayOf(conversation.start.at, timeZone) : null,
      name: isNamed(by) ? countedName(conversation, by, rule) : null,
      tally: counts,
      buyers: counts.customers > 0 ? [threadKey(thread)] : [],
    };
  });

/** What single conversations come to, for a report; `previous` are those of the window before. */
export function countsOf(
  { conversations, previous }: { conversations: readonly Counted[]; previous: readonly Counted[] },
  query: ScorecardQuery,
  now: number,
): Omit<Counts, "responseTimes"> {
  const started = conversations.filter(({ conversation }) => isInCohort(conversation));
  const mature = (age: Age) => started.filter(({ conversation }) => isMature(conversation, age, now)).length;
  const aged = agedWindow(mature, query, now);
  const current = partsOf(conversations, query, { window: query.window, now });
  const missing = aged ? 0 : missingToCompare(mature, query);
  if (!aged) return { current, aged, missing, agedCurrent: [], agedPrevious: [] };
  const at = { window: aged.age, now };
  return {
    current,
    aged,
    missing,
    agedCurrent: partsOf(startedUntil(conversations, aged.days.to, query.timeZone), query, at),
    agedPrevious: partsOf(previous, query, at),
  };
}

/** Those that began before the end of a day. */
function startedUntil(conversations: readonly Counted[], to: Day, timeZone: string): Counted[] {
  const end = startOfDay(addDays(to, 1), timeZone);
  return conversations.filter(({ conversation }) => conversation.start.at < end);
}

/** Parts with where they are counted, given the spend that is known. */
export const placed = (parts: readonly Part[], index: SpendIndex): Placed[] =>
  parts.map((part) => ({ ...part, place: placeOf(part.source, index) }));
