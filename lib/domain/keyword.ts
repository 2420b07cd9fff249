import type { Source } from "./event-data.ts";
import type { HandoffKind } from "./outcome.ts";

/** What a word in a customer's message suggests to the rep; `to` null leaves the choice of whom to them. */
export type Suggests = { kind: "source"; source: Source } | { kind: "handoff"; to: HandoffKind | null };

/** A word that a team listens for: "refund" is for a colleague, "SKIN" is what a creator announced. */
export interface KeywordRule {
  word: string;
  suggests: Suggests;
}

/** A message is looked at as far as this; longer ones are no message that a customer typed. */
const LOOKED_AT = 5_000;

/** Scripts that write words without spaces: where a word ends is for the browser's own dictionary to say. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const PART_OF_WORD = /[\p{L}\p{N}\p{M}_]/u;

/** Characters without a width, and marks that a letter may also be written without: accents, harakat, points, tatweel. */
const LEFT_OUT =
  /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Variation_Selector}]/gu;

/**
 * The rules whose word stands by itself in a customer's text, in any case, with or without accents. The text is looked
 * at and not kept; words are compared as they are, never as patterns, so that no text makes this slow.
 * @param text as the page shows it; what comes after 5,000 characters is not looked at
 */
export function heardIn<Rule extends { word: string }>(text: string, rules: readonly Rule[]): Rule[] {
  if (rules.length === 0) return [];
  const folded = foldWord(text.slice(0, LOOKED_AT)).slice(0, LOOKED_AT);
  const edges = edgesIn(folded);
  const starts = Array.from({ length: folded.length }, (_, at) => at).filter(edges.isStart);
  const holds = (word: string) =>
    word !== "" && starts.some((at) => folded.startsWith(word, at) && edges.isEnd(at + word.length));
  return rules.filter((rule) => holds(wordOf(rule)));
}

/** A team may have a thousand rules, and every message is compared with all of them. */
const words = new WeakMap<object, string>();

function wordOf(rule: { word: string }): string {
  const known = words.get(rule);
  if (known !== undefined) return known;
  const word = foldWord(rule.word);
  words.set(rule, word);
  return word;
}

/** One form for capitals, accents, and the wide, small or joined shapes of a letter. */
export const foldWord = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(LEFT_OUT, "")
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ")
    .normalize("NFC")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** Where words begin and end in a text, asked by index. */
function edgesIn(text: string): { isStart: (at: number) => boolean; isEnd: (at: number) => boolean } {
  let cuts: Intl.Segments | null = null;
  const isCut = (at: number) => {
    cuts ??= new Intl.Segmenter("en", { granularity: "word" }).segment(text);
    return cuts.containing(at)?.index === at;
  };
  const isStart = (at: number) => {
    const [left, right] = [before(text, at), after(text, at)];
    if (!PART_OF_WORD.test(left) || !PART_OF_WORD.test(right)) return true;
    return (UNSPACED.test(left) || UNSPACED.test(right)) && isCut(at);
  };
  // Korean puts its particles right behind a word.
  const isEnd = (at: number) =>
    (HANGUL.test(before(text, at)) && HANGUL.test(after(text, at))) || isStart(at);
  return { isStart, isEnd };
}

const after = (text: string, at: number): string =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : "";

/** The whole character that ends at an index. */
function before(text: string, at: number): string {
  if (at <= 0) return "";
  const pair = at > 1 ? text.slice(at - 2, at) : "";
  return pair !== "" && (pair.codePointAt(0) ?? 0) > 0xffff ? pair : text.slice(at - 1, at);
}
