import type { AlertRules } from "./alert-rules.ts";
import type { Calendar } from "./calendar.ts";
import type { Conversation } from "./conversation.ts";
import { isOfferedTo, waitingOffer } from "./handoff.ts";
import { isOwnedBy } from "./owner.ts";
import { dueOf, type ResponseRules } from "./response-due.ts";
import { runsOf } from "./response-run.ts";
import type { Metric } from "./response-target.ts";
import { type Thread, threadKey } from "./thread.ts";

/** How far a deadline is: near, or missed. */
export const STAGES = ["soon", "missed"] as const;
export type Stage = (typeof STAGES)[number];

/** A deadline that somebody may be told of. Instants are epoch ms. */
export interface Deadline {
  thread: Thread;
  /** The customer's name as this browser knows it. */
  name: string | null;
  metric: Metric;
  /** Where time is counted from: a bot that passes the customer on starts a deadline of its own. */
  from: number;
  at: number;
  isMine: boolean;
}

/** One text for one deadline. */
export const deadlineKey = ({ thread, metric, from }: Pick<Deadline, "thread" | "metric" | "from">): string =>
  `${threadKey(thread)}/${metric}/${from}`;

/** A conversation, and who looks at it. */
export interface DeadlineInput {
  thread: Thread;
  name: string | null;
  conversation: Conversation;
  rules: ResponseRules;
  /** The member that this browser is; null without a server. */
  me: string | null;
  /** Somebody else is there to accept a handoff; without them it has no deadline. */
  hasTeam: boolean;
}

/** What runs in a conversation and has a deadline. A start that is known roughly has none that is sure. */
export function deadlinesOf({ thread, name, conversation, rules, me, hasTeam }: DeadlineInput): Deadline[] {
  const offer = waitingOffer(conversation.handoffs);
  const isMine = isOwnedBy(conversation, me) || (hasTeam && offer !== null && isOfferedTo(offer, me));
  return runsOf(conversation)
    .filter(
      ({ endedAt, inexact, metric }) => endedAt === null && !inexact && (hasTeam || metric !== "handoff"),
    )
    .flatMap((run) => {
      const { deadline } = dueOf(run, thread.channel, rules);
      const { metric, from } = run;
      return deadline === null ? [] : [{ thread, name, metric, from, at: deadline, isMine }];
    });
}

export interface Alert extends Deadline {
  stage: Stage;
}

export interface AlertInput {
  running: readonly Deadline[];
  /** By key: what was told of it last. */
  told: ReadonlyMap<string, Stage>;
  rules: AlertRules;
  /** Open while nothing is to be told. */
  quiet: Calendar;
  /** The conversation lies open before somebody: the bar says there what was missed. */
  isSeen: (thread: Thread) => boolean;
  now: number;
}

export interface Alerts {
  /** To be told now. */
  tell: Alert[];
  /** Not told and never to be: too old, or seen already. */
  pass: Alert[];
  /** When the next deadline comes near or passes; null for none. */
  next: number | null;
}

const MINUTE = 60_000;
/** A miss is told within this much time that is not quiet; after it, the queue says it alone. */
const FRESH_MS = 24 * 60 * MINUTE;

/** Whether the rules ask for a deadline at all. */
export const isWanted = ({ metric, thread, isMine }: Deadline, rules: AlertRules): boolean =>
  rules.on &&
  rules.metrics.includes(metric) &&
  rules.channels.includes(thread.channel) &&
  (rules.whose === "all" || isMine);

/** When each stage of a deadline begins: an answer exactly at the deadline is in time. */
const begins = ({ at }: Deadline, { minutesBefore }: AlertRules): Partial<Record<Stage, number>> => ({
  ...(minutesBefore !== null && { soon: at - minutesBefore * MINUTE }),
  missed: at + 1,
});

function stageOf(deadline: Deadline, rules: AlertRules, now: number): Stage | null {
  const begun = begins(deadline, rules);
  return STAGES.findLast((stage) => now >= (begun[stage] ?? Number.POSITIVE_INFINITY)) ?? null;
}

const isPast = (stage: Stage, told: Stage | undefined): boolean =>
  told !== undefined && STAGES.indexOf(stage) <= STAGES.indexOf(told);

const isStale = ({ at, stage }: Alert, quiet: Calendar, now: number): boolean =>
  stage === "missed" && now - at - quiet.elapsed(at, now) > FRESH_MS;

/** What is to be told now: of each deadline once that it is near, and once that it was missed; nothing in quiet hours. */
export function alertsOf({ running, told, rules, quiet, isSeen, now }: AlertInput): Alerts {
  const wanted = running.filter((deadline) => isWanted(deadline, rules));
  const later = wanted.flatMap((deadline) => Object.values(begins(deadline, rules))).filter((at) => at > now);
  const next = later.length > 0 ? Math.min(...later) : null;
  if (quiet.openAt(now)) return { tell: [], pass: [], next };
  const fresh = wanted.flatMap((deadline): Alert[] => {
    const stage = stageOf(deadline, rules, now);
    return stage === null || isPast(stage, told.get(deadlineKey(deadline))) ? [] : [{ ...deadline, stage }];
  });
  const isPassed = (alert: Alert) =>
    isStale(alert, quiet, now) || (alert.stage === "missed" && isSeen(alert.thread));
  return { tell: fresh.filter((alert) => !isPassed(alert)), pass: fresh.filter(isPassed), next };
}
