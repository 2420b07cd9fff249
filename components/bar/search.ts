import { matchSorter, rankings } from "match-sorter";
import { foldWord } from "#lib/domain/keyword.ts";

/**
 * The items that fit what was typed, the best first: the beginning of a name before its middle, first letters of its
 * words, then letters strewn over it in their order. Beside the name only whole pieces count: strewn over a long text
 * letters fit everything. Case and accents make no difference, and equals stay in their order; nothing typed is all.
 */
export function search<Item extends { label: string; note?: string }>(
  items: readonly Item[],
  typed: string,
): Item[] {
  if (foldWord(typed) === "") return [...items];
  const folded = items.map((item, index) => ({
    item,
    index,
    label: foldWord(item.label),
    note: foldWord(item.note ?? ""),
  }));
  return matchSorter(folded, foldWord(typed), {
    keys: ["label", { key: "note", threshold: rankings.CONTAINS, maxRanking: rankings.CONTAINS }],
    // Folded already, in more scripts than Latin.
    keepDiacritics: true,
    baseSort: (a, b) => a.item.index - b.item.index,
  }).map(({ item }) => item);
}
