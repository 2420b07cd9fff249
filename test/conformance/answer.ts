import type { Calendar } from "#lib/domain/calendar.ts";
import { type Moment, waitsOf } from "#lib/domain/wait.ts";
import type { Case, Event, Expectation } from "#test/conformance/format.ts";

/** An answer of the real code beside the one that the case asks for, both as the file writes them. */
export interface Answer {
  expected: unknown;
  got: unknown;
}

const MINUTE = 60_000;

const spans = (pauses: readonly (readonly [number, number])[]) => pauses.map(([from, to]) => ({ from, to }));
const text = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const seconds = (ms: number) => Math.round(ms / 1000);

export const answerDeadline = (
  { start, target_s, pauses, expect }: Case<"deadline">,
  calendar: Calendar,
): Answer => ({
  expected: text(expect),
  got: text(calendar.deadline(start, target_s * 1000, spans(pauses))),
});

export const answerElapsed = (
  { start, end, pauses, expect_s }: Case<"elapsed">,
  calendar: Calendar,
): Answer => ({
  expected: expect_s,
  got: seconds(calendar.elapsed(start, end, spans(pauses))),
});

export const answerInHours = ({ at, expect }: Case<"in_hours">, calendar: Calendar): Answer => ({
  expected: expect,
  got: calendar.openAt(at),
});

/** What the file's words are in ours; null for what is nothing to a wait. */
const MEANINGS: Record<Event["type"], Moment["what"] | null> = {
  customer: "customer",
  agent: "person",
  bot: "bot",
  auto: "automatic",
  campaign: "automatic",
  note: null,
  system: null,
  reopen: null,
  bot_handoff: "bot_handed_over",
  resolve: "closed",
};

/** Only the keys that are asked; minutes are compared, and shown, to the second. */
export function answerState({ events, expect }: Case<"state">): Answer {
  const moments = events.flatMap(({ min, type }): Moment[] => {
    const what = MEANINGS[type];
    return what === null ? [] : [{ at: min * MINUTE, precision: "second", what }];
  });
  const state = stateOf(moments);
  const keys = Object.keys(expect) as (keyof Expectation)[];
  const pick = (from: Required<Expectation>) =>
    Object.fromEntries(keys.map((key) => [key, inSeconds(from[key])]));
  return { expected: pick({ ...state, ...expect }), got: pick(state) };
}

const inSeconds = (minutes: number | null | number[]): unknown =>
  Array.isArray(minutes) ? minutes.map(inSeconds) : minutes === null ? null : `${Math.round(minutes * 60)} s`;

const minutes = (ms: number | null | undefined) => (typeof ms === "number" ? ms / MINUTE : null);

function stateOf(moments: readonly Moment[]): Required<Expectation> {
  const { waits, firstReplyAt } = waitsOf(moments, { unknownIsPerson: false });
  const first = waits.find(({ asks, replyMs }) => asks === "first_reply" && replyMs !== null);
  const later = waits.flatMap(({ asks, replyMs }) =>
    asks === "next_reply" && replyMs !== null ? replyMs : [],
  );
  const exchanges = first ? [first.replyMs ?? 0, ...later] : later;
  return {
    first_reply_min: minutes(firstReplyAt),
    waiting_since_min: minutes(waits.find(({ endedAt }) => endedAt === null)?.startedAt),
    first_response_min: minutes(first?.replyMs),
    reply_times_min: later.map((ms) => ms / MINUTE),
    longest_exchange_min: exchanges.length === 0 ? null : minutes(Math.max(...exchanges)),
  };
}
