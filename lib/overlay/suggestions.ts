import { type KeywordRule, foldWord } from "#lib/domain/keyword.ts";
import type { Source } from "#lib/domain/event-data.ts";
import type { Conversation } from "#lib/domain/conversation.ts";
import { countedTouch } from "#lib/domain/touch.ts";
import type { HeardWord } from "#lib/inbox/reading.ts";
import type { Current } from "./current.ts";

/** What a rule of the team suggests here, and when the customer wrote its word (epoch ms, null where not known). */
export interface Suggestion extends KeywordRule {
  at: number | null;
}

const isSame = (a: Source, b: Source): boolean => JSON.stringify(a) === JSON.stringify(b);

/** It would add nothing: somebody has it already, or a person said where the conversation came from. */
function isDone({ suggests }: KeywordRule, { handoffs, touches }: Conversation): boolean {
  if (suggests.kind === "handoff") return handoffs.some(({ returnedAt }) => returnedAt === null);
  const isSaid = countedTouch(touches)?.method === "chosen";
  return isSaid || touches.some(({ source }) => isSame(source, suggests.source));
}

/**
 * What the team's rules suggest of the conversation in progress, the latest word first. Words of earlier conversations,
 * and words that the rep dismissed in this one, suggest nothing.
 */
export function suggestionsOf(
  { conversation, log }: Pick<Current, "conversation" | "log">,
  heard: readonly HeardWord[],
  rules: readonly KeywordRule[],
): Suggestion[] {
  if (!conversation || !log) return [];
  const from = conversation.start.at;
  const gone = new Set(log.aside.dismissed.filter(({ at }) => at >= from).map(({ word }) => foldWord(word)));
  return heard.flatMap(({ word, at }): Suggestion[] => {
    const rule = rules.find((one) => one.word === word);
    if (!rule || (at !== null && at < from) || gone.has(foldWord(word)) || isDone(rule, conversation))
      return [];
    return [{ ...rule, at }];
  });
}
