import type { Conversation } from "#lib/domain/conversation.ts";
import { countedName } from "#lib/domain/counted-name.ts";
import { lastClockAt } from "#lib/domain/scorecard-response.ts";
import type { Thread } from "#lib/domain/thread.ts";
import { clocksCounted, sourceOfConversation } from "./contribution.ts";
import { isCustomer, levelsOf } from "./levels.ts";
import type { RollupRules } from "./rules.ts";

export const columnsOf = ({ channel, asset, id }: Thread) => ({ channel, asset, thread_id: id });

/** A thread, and what its events fold to. */
export interface Folded {
  thread: Thread;
  conversations: readonly Conversation[];
}

/** The conversations of a thread as they are stored, with what a report needs of single ones. */
export function conversationRows({ thread, conversations }: Folded, rules: RollupRules) {
  const levels = conversations.map(levelsOf);
  const buyers = levels.filter(isCustomer).length;
  return conversations.map((conversation, number) => ({
    ...columnsOf(thread),
    number,
    start_at: conversation.start.at,
    start_seen: conversation.start.seen,
    started_by: conversation.start.by,
    last_clock_at: lastClockAt(conversation),
    source: sourceOfConversation({ thread, conversation }, rules),
    levels: levels[number] ?? null,
    /** A customer whose thread has another: counted once among distinct threads. */
    again: buyers > 1 && isCustomer(levels[number] ?? null),
    member: countedName(conversation, "member", rules.rule),
    macro: countedName(conversation, "macro", rules.rule),
    state: conversation,
  }));
}

/** Clocks of a thread that run towards a deadline. */
export const openClockRows = ({ thread, conversations }: Folded, rules: RollupRules) =>
  conversations.flatMap((conversation, number) =>
    clocksCounted({ thread, conversation }, rules).flatMap((clock, place) => {
      const { metric, startedAt, endedAt, deadline, inexact } = clock;
      if (endedAt !== null || deadline === null || inexact) return [];
      return [{ ...columnsOf(thread), number, place, metric, started_at: startedAt, due_at: deadline }];
    }),
  );
