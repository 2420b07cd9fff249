/** A letter that begins a word, and one that follows on the letter found before it, say more than any other. */
const WORD_START = 6;
const FOLLOWS = 4;
/** The whole, in one piece: more the earlier it stands. */
const IN_ONE = 40;

const fold = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();

const startOf = (text: string, at: number): number =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "") ? WORD_START : 0;

/**
 * How well a text fits what was typed: higher is better, null where the letters do not stand in it in their order.
 * Capitals and accents make no difference.
 */
export function fuzzyScore(text: string, typed: string): number | null {
  const [hay, needle] = [fold(text), fold(typed).trim()];
  const whole = hay.indexOf(needle);
  let score = whole === -1 ? 0 : IN_ONE - Math.min(whole, IN_ONE / 2) + startOf(hay, whole);
  let last = -2;
  for (const letter of needle.replaceAll(/\s+/g, "")) {
    const at = hay.indexOf(letter, Math.max(0, last + 1));
    if (at === -1) return null;
    score += startOf(hay, at) + (at === last + 1 ? FOLLOWS : 0);
    last = at;
  }
  return score;
}

/** The items that fit, the best first, each by the better of its texts; all of them while nothing is typed. */
export function fuzzyFind<Item>(
  items: readonly Item[],
  typed: string,
  textsOf: (item: Item) => readonly string[],
): Item[] {
  if (typed.trim() === "") return [...items];
  return items
    .flatMap((item) => {
      const [label = "", ...others] = textsOf(item);
      const score = fuzzyScore(label, typed);
      // Beside the name only whole words count: letters strewn over a long text fit everything.
      const isBeside = others.some((text) => fold(text).includes(fold(typed).trim()));
      if (score === null && !isBeside) return [];
      return [{ item, score: score ?? 0 }];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
