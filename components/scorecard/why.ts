/** Why a number is what it is: its formula with its own values, and what went into it. */
export interface Why {
  title: string;
  /** "Spend / qualified = $6,000.00 / 160 = $37.50". */
  formula: string;
  lines: readonly WhyLine[];
}

export interface WhyLine {
  term: string;
  words: string;
}

/** A line, where there is something to say. */
export const line = (term: string, words: string | null): WhyLine[] =>
  words === null ? [] : [{ term, words }];

export const sentences = (...parts: (string | null)[]): string | null => {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(" ");
};
