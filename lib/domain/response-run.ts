import type { Conversation } from "./conversation.ts";
import type { Pause } from "./pause.ts";
import { isExactToMinute } from "./precision.ts";
import type { Metric } from "./response-target.ts";

/** One thing that is timed, before hours and targets are known: a page counts it, the background says when it is due. */
export interface Run {
  metric: Metric;
  /** Dates the run; hours and targets are those in force then. Instants are epoch ms. */
  startedAt: number;
  /** Where time is counted from: the start, or the moment a bot passed the customer on. */
  from: number;
  endedAt: number | null;
  isAnswered: boolean;
  pauses: readonly Pause[];
  inexact: boolean;
}

/** What is timed of a conversation. */
export type Timed = Pick<Conversation, "start" | "waits" | "tags" | "handoffs" | "pauses">;

/** Everything that is or was timed of a conversation, in the order of time for each metric. */
export const runsOf = (conversation: Timed): Run[] => [
  ...repliesOf(conversation),
  ...outcomeOf(conversation),
  ...handoffsOf(conversation),
];

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
  const isCustomers = start.by === "customer";
  const startedAt = isCustomers ? start.at : waits[0]?.startedAt;
  if (!start.seen || startedAt === undefined) return [];
  const tag = tags.find(({ withdrawn }) => !withdrawn);
  return [
    {
      metric: "outcome",
      startedAt,
      from: startedAt,
      endedAt: tag?.at ?? null,
      isAnswered: tag !== undefined,
      pauses,
      inexact: isCustomers ? !isExactToMinute(start.precision) : (waits[0]?.inexact ?? true),
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
