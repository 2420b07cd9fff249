import { foldWord, type KeywordRule, type Suggests } from "#lib/domain/keyword.ts";
import { HANDOFF_NAMES, HANDOFFS } from "#lib/domain/outcome.ts";
import { NO_SOURCE, readSource, type SourceDraft } from "./source-draft.ts";

/** New rules as they are typed: several words may suggest the same. */
export interface SuggestionDraft {
  words: string;
  what: string;
  source: SourceDraft;
}

export const SOURCE = "source";
const CHOOSE = "choose";

export const EMPTY_SUGGESTION: SuggestionDraft = { words: "", what: CHOOSE, source: NO_SOURCE };

/** What a word may suggest. */
export const SUGGESTABLE = [
  { value: CHOOSE, name: "Hand off, rep chooses" },
  ...HANDOFFS.map((to) => ({ value: to as string, name: `Hand off to ${HANDOFF_NAMES[to].toLowerCase()}` })),
  { value: SOURCE, name: "A source" },
];

const LONGEST = 60;
const MOST = 1_000;

function suggestsOf({ what, source }: SuggestionDraft): Suggests | null {
  if (what !== SOURCE) return { kind: "handoff", to: HANDOFFS.find((to) => to === what) ?? null };
  const read = readSource(source);
  return read && { kind: "source", source: read };
}

/** The rules that were typed; null while they are not whole, with what is wrong in a sentence. */
export function readSuggestion(
  draft: SuggestionDraft,
  known: readonly KeywordRule[],
): { rules: KeywordRule[] | null; problem?: string } {
  const typed = draft.words
    .split(/[,;\n]/)
    .map((word) => word.trim().replaceAll(/\s+/gu, " "))
    .filter((word) => word !== "");
  const words = [...new Map(typed.map((word) => [foldWord(word), word])).values()];
  const there = words.find((word) => known.some((rule) => foldWord(rule.word) === foldWord(word)));
  const long = words.find((word) => word.length > LONGEST);
  const empty = words.find((word) => foldWord(word) === "");
  if (empty !== undefined) return { rules: null, problem: "A word needs a letter, a digit or a sign." };
  if (there !== undefined) return { rules: null, problem: `“${there}” is there already.` };
  if (long !== undefined) return { rules: null, problem: `A word has at most ${LONGEST} characters.` };
  if (known.length + words.length > MOST) return { rules: null, problem: "There are 1,000 words at most." };
  const suggests = suggestsOf(draft);
  return { rules: suggests && words.length > 0 ? words.map((word) => ({ word, suggests })) : null };
}
