import type { Conversation } from "#lib/domain/conversation.ts";
import type { Mark } from "#lib/domain/mark.ts";
import { isExactToMinute, widthOf } from "#lib/domain/precision.ts";
import type { Asked } from "#lib/domain/response-due.ts";
import { type Run, runsOf } from "#lib/domain/response-run.ts";
import { type Channel, threadKey } from "#lib/domain/thread.ts";
import type { InboxReading, RowReading } from "#lib/inbox/reading.ts";
import type { Current } from "./current.ts";
import type { OverlayState } from "./state.ts";

/** Something that runs, and whether its start is known roughly only. */
export interface Running {
  asked: Asked;
  atLeast: boolean;
}

const isReply = ({ metric }: Run): boolean => metric === "first_reply" || metric === "next_reply";

/** The wait for an answer, and the time to the outcome, as far as they run in a conversation. */
export function runningIn(
  conversation: Conversation | null,
  channel: Channel | null,
): { reply: Running | null; outcome: Running | null; handoff: Running | null } {
  const runs = conversation ? runsOf(conversation).filter(({ endedAt }) => endedAt === null) : [];
  const of = (run: Run | undefined): Running | null =>
    run
      ? {
          asked: {
            metric: run.metric,
            channel,
            startedAt: run.startedAt,
            from: run.from,
            pauses: run.pauses,
          },
          atLeast: run.inexact,
        }
      : null;
  return {
    reply: of(runs.find(isReply)),
    outcome: of(runs.find(({ metric }) => metric === "outcome")),
    handoff: of(runs.findLast(({ metric }) => metric === "handoff")),
  };
}

/** The time to accept the open conversation's handoff; null where nobody else is there to accept it, or it does not run. */
export function offeredIn({ settings }: OverlayState, { thread, conversation }: Current): Running | null {
  return thread && settings?.team ? runningIn(conversation, thread.channel).handoff : null;
}

type Row = Pick<RowReading, "lastAt" | "precision" | "lastSpeaker" | "thread">;

/**
 * The wait that a row of the list shows. What was recorded of its conversation says when it began; else the row's own
 * last message does, "at least", and that is neither stored nor counted (definitions, Response times). Null where the
 * row does not say that the customer spoke last, or where that was answered or needs no answer.
 */
export function runningInRow(
  { lastAt, precision, lastSpeaker, thread }: Row,
  mark: Mark | undefined,
  channel: Channel | null,
  now: number,
): Running | null {
  if (lastSpeaker !== "customer" || lastAt === null || precision === "unknown") return null;
  const wait = mark?.wait ?? null;
  const on = thread?.channel ?? channel;
  if (wait?.endedAt === null) {
    const { asks, startedAt, clockFrom, estimated } = wait;
    const from = asks === "first_reply" ? clockFrom : startedAt;
    return { asked: { metric: asks, channel: on, startedAt, from, pauses: [] }, atLeast: estimated };
  }
  // The last instant that the row may mean: a rough time claims no more than is sure.
  const latest = isExactToMinute(precision) ? lastAt : lastAt + widthOf(precision);
  if (latest > now || (wait !== null && wait.endedAt >= lastAt)) return null;
  return {
    asked: { metric: "reply", channel: on, startedAt: latest, from: latest, pauses: [] },
    atLeast: true,
  };
}

/** A colleague's handoff that waits for this person, as the mark of its row says. */
export function offeredInRow(mark: Mark | undefined, channel: Channel | null): Running | null {
  const at = mark?.offeredAt ?? null;
  if (at === null) return null;
  return { asked: { metric: "handoff", channel, startedAt: at, from: at, pauses: [] }, atLeast: false };
}

/** What the waits of the rows hang on: the same object as `last` until one of it is another. */
export type RowGround = Pick<OverlayState, "marks" | "logs"> & {
  reading: Pick<InboxReading, "asset" | "channel" | "language" | "rows"> | null;
};

export function rowGroundOf({ reading, marks, logs }: OverlayState, last: RowGround | null): RowGround {
  const isSame =
    last?.marks === marks &&
    last.logs === logs &&
    last.reading?.rows === reading?.rows &&
    last.reading?.asset === reading?.asset &&
    last.reading?.channel === reading?.channel &&
    last.reading?.language === reading?.language;
  return isSame ? last : { reading, marks, logs };
}

/** What runs in the rows that the page shows, by their element; nothing where the Page is not counted. */
export function runningRows(
  { reading, marks, logs }: RowGround,
  now: number,
): ReadonlyMap<HTMLElement, Running> {
  const asset = reading?.asset ?? null;
  const page = Object.values(logs).findLast(({ thread }) => thread.asset === asset)?.page;
  if (!reading || page === "not_counted") return new Map();
  return new Map(
    reading.rows.flatMap((row) => {
      const mark = row.thread ? marks[threadKey(row.thread)] : undefined;
      const running = runningInRow(row, mark, reading.channel, now);
      // In a language whose own lines are not known, one of them may have been taken for an answer.
      const atLeast = running?.atLeast === true || !reading.language.known;
      return running ? [[row.element, { ...running, atLeast }]] : [];
    }),
  );
}
