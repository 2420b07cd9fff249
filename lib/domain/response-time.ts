import { calendarFor, type Due, dueOf, type ResponseRules, spansOf } from "./response-due.ts";
import { type Run, runsOf, type Timed } from "./response-run.ts";
import { type Metric, METRICS, type Target } from "./response-target.ts";
import type { Channel } from "./thread.ts";

/**
 * Running: `due`, `due_soon`, `paused`, `no_deadline` (the hours are never open), `no_target`. Over: `met`, `ended`
 * (without the answer that was asked for, and in time). `missed` is either: a miss stays, answered later or not.
 */
export type ClockState =
  | "due"
  | "due_soon"
  | "missed"
  | "paused"
  | "met"
  | "ended"
  | "no_deadline"
  | "no_target";

/** One thing that was timed. Instants are epoch ms, durations ms. */
export interface Clock {
  metric: Metric;
  /** Dates the clock in statistics; hours and targets are those in force then. */
  startedAt: number;
  /** Where time is counted from: the start, or the moment a bot passed the customer on. */
  from: number;
  target: Target;
  /** The last instant that is in time; null where there is none. */
  deadline: number | null;
  /** From here on it is due soon. */
  soonAt: number | null;
  endedAt: number | null;
  state: ClockState;
  /** When the target was missed: the deadline, once for each clock. */
  missedAt: number | null;
  /** How long the answer took on the target's clock, and by the wall clock; null without one. */
  tookMs: number | null;
  wallMs: number | null;
  /** Start or end is known worse than to the minute: left out of statistics. */
  inexact: boolean;
}

/**
 * Every clock of a conversation, in the order of time for each metric (definitions, Response times). A clock keeps
 * the version of hours and targets that was in force when it started.
 * @param now epoch ms
 */
export const clocksOf = (conversation: Timed, channel: Channel, rules: ResponseRules, now: number): Clock[] =>
  runsOf(conversation).map((run) => clockOf(run, dueOf(run, channel, rules), rules, now));

/** Of several running clocks the one due first; ties by the order of METRICS. Null where nothing runs. */
export function shownClock(clocks: readonly Clock[]): Clock | null {
  const due = (clock: Clock) => clock.deadline ?? Number.POSITIVE_INFINITY;
  const [first] = clocks
    .filter(({ endedAt, state }) => endedAt === null && state !== "no_target")
    .toSorted((a, b) => due(a) - due(b) || METRICS.indexOf(a.metric) - METRICS.indexOf(b.metric));
  return first ?? null;
}

function clockOf(run: Run, due: Due, rules: ResponseRules, now: number): Clock {
  const { metric, startedAt, from, endedAt, isAnswered, inexact } = run;
  const { target, deadline, soonAt } = due;
  const isMissed = deadline !== null && (endedAt ?? now) > deadline;
  const answeredAt = isAnswered ? endedAt : null;
  const calendar = calendarFor(target, startedAt, rules);
  return {
    metric,
    startedAt,
    from,
    target,
    deadline,
    soonAt,
    endedAt,
    state: isMissed ? "missed" : stateOf(run, due, now),
    missedAt: isMissed ? deadline : null,
    tookMs: answeredAt === null ? null : calendar.elapsed(from, answeredAt, spansOf(run.pauses)),
    wallMs: answeredAt === null ? null : Math.max(0, answeredAt - from),
    inexact,
  };
}

function stateOf(
  { endedAt, isAnswered, pauses }: Run,
  { target, deadline, soonAt }: Due,
  now: number,
): ClockState {
  if (target.seconds === null) return "no_target";
  if (endedAt !== null) return isAnswered && deadline !== null ? "met" : "ended";
  if (spansOf(pauses).some(({ from, to }) => from <= now && now < to)) return "paused";
  if (deadline === null) return "no_deadline";
  return soonAt !== null && now >= soonAt ? "due_soon" : "due";
}
