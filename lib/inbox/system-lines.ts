import { type LineForm, type LineKind, SYSTEM_LINES } from "./system-lines-table.ts";
import { clean } from "./text.ts";

const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? "";

const plain = (text: string): string =>
  clean(text)
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[.。]+$/u, "");

const LONGEST = 300;

const fits = (text: string, { is, starts, ends, holds }: LineForm): boolean =>
  (is === undefined || text === is) &&
  (starts === undefined || text.startsWith(starts)) &&
  (ends === undefined || text.endsWith(ends)) &&
  (holds === undefined || text.includes(holds));

/**
 * What a line of the page means, by the part of it that never changes; null for anything else. Meta writes English
 * lines on pages of every language, so those are always compared. The text is compared and forgotten.
 */
export function lineKind(text: string, language: string): LineKind | null {
  if (text.length > LONGEST) return null;
  const said = plain(text);
  const tables = new Set([SYSTEM_LINES[languageOf(language)], SYSTEM_LINES.en]);
  for (const table of tables) {
    const form = table?.lines.find((line) => fits(said, line));
    if (form) return form.kind;
  }
  return null;
}

/** Whether Meta's own lines are known in this language. Where they are not, a clock that depends on them estimates. */
export const knowsLines = (language: string): boolean =>
  (SYSTEM_LINES[languageOf(language)]?.lines.length ?? 0) > 0;

const ALL_YOU = Object.values(SYSTEM_LINES).flatMap(({ you }) => you);

const youIn = (said: string, language: string): string | undefined => {
  const begins = (word: string) => said.startsWith(word);
  return SYSTEM_LINES[languageOf(language)]?.you.find(begins) ?? ALL_YOU.find(begins);
};

/** A preview without the "You:" that it begins with. */
export function withoutYou(preview: string, language: string): string {
  const said = clean(preview);
  const you = youIn(said.toLowerCase(), language);
  return you?.endsWith(":") === true ? clean(said.slice(you.length)) : said;
}

/**
 * Who wrote last, as the preview of a row says: it begins with "You:" when the business did. Null where nothing was
 * said by anyone (a line of Meta's own), or where the word for "You" is not known in this language.
 */
export function speakerOf(preview: string, language: string): "customer" | "business" | null {
  const said = plain(preview);
  const line = lineKind(preview, language);
  if (said === "" || line === "reaction") return null;
  if (youIn(said, language) !== undefined) return "business";
  const isKnown = (SYSTEM_LINES[languageOf(language)]?.you.length ?? 0) > 0;
  return line === null && isKnown ? "customer" : null;
}
