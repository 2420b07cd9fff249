import type { Source } from "./event-data.ts";

/** A word that a creator announced ("message me SKIN"), and what a message with it says of its source. */
export interface KeywordRule {
  word: string;
  source: Source;
}

/** Scripts that write words without spaces: there a word may stand anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PART_OF_WORD = /[\p{L}\p{N}\p{M}_]/u;

/**
 * The rule that a customer's text fulfils: its word stands there by itself, in capitals or not. Null where none does,
 * and where words of different sources do: that is for a person to say. The text is looked at and not kept.
 */
export function keywordIn(text: string, rules: readonly KeywordRule[]): KeywordRule | null {
  const folded = fold(text);
  const [first, ...others] = rules.filter(({ word }) => holdsWord(folded, fold(word)));
  const isSame = ({ source }: KeywordRule) => JSON.stringify(source) === JSON.stringify(first?.source);
  return first && others.every(isSame) ? first : null;
}

/** One form for capitals and for the wide, small or joined shapes of a letter. */
const fold = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

function holdsWord(text: string, word: string): boolean {
  if (word === "") return false;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (
      isEdge(lastOf(text.slice(0, at)), firstOf(word)) &&
      isEdge(firstOf(text.slice(at + word.length)), lastOf(word))
    )
      return true;
  return false;
}

/** Whether a word may end at its character `own` when `neighbour` stands beside it. */
const isEdge = (neighbour: string, own: string): boolean =>
  !PART_OF_WORD.test(neighbour) || !PART_OF_WORD.test(own) || UNSPACED.test(own);

const firstOf = (text: string): string => /^./su.exec(text)?.[0] ?? "";
const lastOf = (text: string): string => /.$/su.exec(text)?.[0] ?? "";
