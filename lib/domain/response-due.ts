import { type Calendar, WALL_CLOCK } from "./calendar.ts";
import { type Explanation, explainDeadline } from "./calendar-explain.ts";
import { type History, inForce } from "./history.ts";
import type { Pause } from "./pause.ts";
import type { Run } from "./response-run.ts";
import type { Metric, Target, Targets } from "./response-target.ts";
import type { Span } from "./span.ts";
import { type Channel, CHANNELS } from "./thread.ts";

/** The versions of a workspace's hours (compiled) and targets. */
export interface ResponseRules {
  hours: History<Calendar>;
  targets: History<Targets>;
}

/** When something is due. Instants are epoch ms. */
export interface Due {
  target: Target;
  /** The last instant that is in time; null where there is no target, or the hours are never open. */
  deadline: number | null;
  /** From here on it is due soon. */
  soonAt: number | null;
}

/** Due soon: no more than this share of the target is left. */
const SOON = 0.2;

type Started = Pick<Run, "startedAt" | "from" | "pauses">;

/** Stretches that do not count, those that go on too. */
export const spansOf = (pauses: readonly Pause[]): Span[] =>
  pauses.map(({ from, to }) => ({ from, to: to ?? Number.POSITIVE_INFINITY }));

/** The hours that a target counts on: those in force when the run started. */
export const calendarFor = ({ clock }: Target, startedAt: number, { hours }: ResponseRules): Calendar =>
  clock === "wall" ? WALL_CLOCK : inForce(hours, startedAt);

/** When a run is due, by the hours and targets in force when it started (definitions, Response times). */
export function dueOf(run: Started & { metric: Metric }, channel: Channel, rules: ResponseRules): Due {
  const target = inForce(rules.targets, run.startedAt)[run.metric][channel];
  const calendar = calendarFor(target, run.startedAt, rules);
  const after = (seconds: number | null, share: number) =>
    seconds === null ? null : calendar.deadline(run.from, seconds * 1000 * share, spansOf(run.pauses));
  return { target, deadline: after(target.seconds, 1), soonAt: after(target.seconds, 1 - SOON) };
}

/**
 * A run that another context asks about. `reply` is a first or a next one: a row of the page's list does not say which,
 * and may not say the channel. Then the latest due counts, so that what is called over is over.
 */
export interface Asked extends Started {
  metric: Metric | "reply";
  channel: Channel | null;
}

const lateness = ({ deadline }: Due): number => deadline ?? Number.POSITIVE_INFINITY;

/** When what was asked about is due at the latest. */
export function dueAtLatest({ metric, channel, ...run }: Asked, rules: ResponseRules): Due {
  const metrics: Metric[] = metric === "reply" ? ["next_reply", "first_reply"] : [metric];
  const channels = channel === null ? CHANNELS : [channel];
  const [first, ...others] = metrics.flatMap((one) =>
    channels.map((on) => dueOf({ metric: one, ...run }, on, rules)),
  ) as [Due, ...Due[]]; // safe because: there is at least one metric and one channel
  return others.reduce((latest, due) => (lateness(due) > lateness(latest) ? due : latest), first);
}

/** Why that is when it is due, step by step; null where nothing sets a target. */
export function explainDue(asked: Asked, rules: ResponseRules): Explanation | null {
  const { target } = dueAtLatest(asked, rules);
  if (target.seconds === null) return null;
  const calendar = calendarFor(target, asked.startedAt, rules);
  return explainDeadline(calendar, asked.from, target.seconds * 1000, spansOf(asked.pauses));
}
