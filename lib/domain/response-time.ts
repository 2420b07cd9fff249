import { type Calendar, WALL_CLOCK } from "./calendar.ts";
import type { Conversation } from "./conversation.ts";
import { type History, inForce } from "./history.ts";
import { type Metric, METRICS, type Target, type Targets } from "./response-target.ts";
import type { Span } from "./span.ts";
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

/** The versions of a workspace's hours (compiled) and targets. */
export interface ResponseRules {
  hours: History<Calendar>;
  targets: History<Targets>;
}

/** What is timed of a conversation. */
export type Timed = Pick<Conversation, "start" | "waits" | "tags" | "handoffs" | "pauses">;

/** Due soon: no more than this share of the target is left. */
const SOON = 0.2;

/**
 * Every clock of a conversation, in the order of time for each metric (definitions, Response times). A clock keeps
 * the version of hours and targets that was in force when it started.
 * @param now epoch ms
 */
export function clocksOf(
  conversation: Timed,
  channel: Channel,
  { hours, targets }: ResponseRules,
  now: number,
): Clock[] {
  return [...repliesOf(conversation), ...outcomeOf(conversation), ...handoffsOf(conversation)].map((run) => {
    const target = inForce(targets, run.startedAt)[run.metric][channel];
    const calendar = target.clock === "wall" ? WALL_CLOCK : inForce(hours, run.startedAt);
    return clockOf(run, target, calendar, now);
  });
}

/** Of several running clocks the one due first; ties by the order of METRICS. Null where nothing runs. */
export function shownClock(clocks: readonly Clock[]): Clock | null {
  const due = (clock: Clock) => clock.deadline ?? Number.POSITIVE_INFINITY;
  const [first] = clocks
    .filter(({ endedAt, state }) => endedAt === null && state !== "no_target")
    .toSorted((a, b) => due(a) - due(b) || METRICS.indexOf(a.metric) - METRICS.indexOf(b.metric));
  return first ?? null;
}

interface Run {
  metric: Metric;
  startedAt: number;
  from: number;
  endedAt: number | null;
  isAnswered: boolean;
  pauses: readonly Span[];
  inexact: boolean;
}

const repliesOf = ({ waits }: Timed): Run[] =>
  waits.map(({ asks, startedAt, clockFrom, endedAt, replyMs, inexact }) => ({
    metric: asks,
    startedAt,
    from: asks === "first_reply" ? clockFrom : startedAt,
    endedAt,
    isAnswered: replyMs !== null,
    pauses: [],
    inexact,
  }));

/** From the customer's first message to the first tag that stands; a start that was not seen cannot be timed. */
function outcomeOf({ start, waits, tags, pauses }: Timed): Run[] {
  const startedAt = start.by === "customer" ? start.at : waits[0]?.startedAt;
  if (!start.seen || startedAt === undefined) return [];
  const tag = tags.find(({ withdrawn }) => !withdrawn);
  return [
    {
      metric: "outcome",
      startedAt,
      from: startedAt,
      endedAt: tag?.at ?? null,
      isAnswered: tag !== undefined,
      pauses: pauses.map(({ from, to }) => ({ from, to: to ?? Number.POSITIVE_INFINITY })),
      inexact: false,
    },
  ];
}

/** From each offer to its acceptance; a return ends the clock without one. */
const handoffsOf = ({ handoffs }: Timed): Run[] =>
  handoffs.map(({ at, acceptedAt, returnedAt }) => ({
    metric: "handoff",
    startedAt: at,
    from: at,
    endedAt: acceptedAt ?? returnedAt,
    isAnswered: acceptedAt !== null,
    pauses: [],
    inexact: false,
  }));

function clockOf(run: Run, target: Target, calendar: Calendar, now: number): Clock {
  const { metric, startedAt, from, endedAt, isAnswered, pauses, inexact } = run;
  const targetMs = target.seconds === null ? null : target.seconds * 1000;
  const due = (ms: number | null) => (ms === null ? null : calendar.deadline(from, ms, pauses));
  const deadline = due(targetMs);
  const soonAt = due(targetMs === null ? null : targetMs * (1 - SOON));
  const isMissed = deadline !== null && (endedAt ?? now) > deadline;
  const answeredAt = isAnswered ? endedAt : null;
  return {
    metric,
    startedAt,
    from,
    target,
    deadline,
    soonAt,
    endedAt,
    state: isMissed ? "missed" : stateOf(run, { targetMs, deadline, soonAt }, now),
    missedAt: isMissed ? deadline : null,
    tookMs: answeredAt === null ? null : calendar.elapsed(from, answeredAt, pauses),
    wallMs: answeredAt === null ? null : Math.max(0, answeredAt - from),
    inexact,
  };
}

interface Due {
  targetMs: number | null;
  deadline: number | null;
  soonAt: number | null;
}

function stateOf(
  { endedAt, isAnswered, pauses }: Run,
  { targetMs, deadline, soonAt }: Due,
  now: number,
): ClockState {
  if (targetMs === null) return "no_target";
  if (endedAt !== null) return isAnswered && deadline !== null ? "met" : "ended";
  if (pauses.some(({ from, to }) => from <= now && now < to)) return "paused";
  if (deadline === null) return "no_deadline";
  return soonAt !== null && now >= soonAt ? "due_soon" : "due";
}
