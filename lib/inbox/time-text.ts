import type { Precision } from "#lib/domain/precision.ts";
import { clean } from "./text.ts";
import { plain, type TimeWords, timeWords } from "./time-words.ts";

/** When something happened (epoch ms; the instant lies within the precision after it). */
export interface ReadTime {
  at: number;
  precision: Precision;
}

const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0x17e0];

/** Arabic, Persian, Thai and other decimal digits as 0 to 9. */
const westernDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** What is left of a text while its parts are recognised one after another. */
class Rest {
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Takes the first match out. */
  take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.text);
    if (match)
      this.text = `${this.text.slice(0, match.index)} ${this.text.slice(match.index + match[0].length)}`;
    return match;
  }

  /** Takes the longest of some words out, where it stands alone. */
  word(words: Iterable<string>): string | null {
    for (const word of [...words].toSorted((a, b) => b.length - a.length)) {
      const at = placeOf(word, this.text);
      if (at === -1) continue;
      this.text = `${this.text.slice(0, at)} ${this.text.slice(at + word.length)}`;
      return word;
    }
    return null;
  }

  /** Nothing but joining words such as "at" or "um" is left, of so many letters in all. */
  isSpent(letters: number): boolean {
    return !/\d/.test(this.text) && (this.text.match(/[\p{L}\p{M}]/gu) ?? []).length <= letters;
  }
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}]/u.test(character);

/** Where a word stands alone in a text; scripts without spaces let it stand anywhere. */
function placeOf(word: string, text: string): number {
  const isSpaced = !/[\p{Script=Thai}\p{Script=Han}\p{Script=Khmer}\p{Script=Lao}]/u.test(word);
  for (let at = word ? text.indexOf(word) : -1; at !== -1; at = text.indexOf(word, at + 1))
    if (!isSpaced || !(isLetter(text[at - 1]) || isLetter(text[at + word.length]))) return at;
  return -1;
}

function clockIn(rest: Rest, { am, pm, separator }: TimeWords): { hour: number; minute: number } | null {
  const match = rest.take(/(?<![\d/.-])(\d{1,2})([:.])(\d{2})(?::\d{2})?(?![\d/.-])/);
  if (!match || (match[2] !== ":" && match[2] !== separator)) return null;
  const [hour, minute] = [Number(match[1]), Number(match[3])];
  if (hour > 23 || minute > 59) return null;
  const half = hour <= 12 ? rest.word([...am, ...pm]) : null;
  if (half === null) return { hour, minute };
  return { hour: (hour % 12) + (pm.includes(half) ? 12 : 0), minute };
}

/** Years are written in two digits, four, or counted in the Buddhist era. */
function fullYear(year: number): number {
  if (year < 100) return 2000 + year;
  return year > 2400 ? year - 543 : year;
}

type Day = [year: number, month: number, day: number];

function numbersIn(rest: Rest, order: TimeWords["order"]): Day | null {
  const match = rest.take(/(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})/);
  if (!match) return null;
  const numbers = [Number(match[1]), Number(match[2]), Number(match[3])];
  const by = (match[1] ?? "").length === 4 ? (["year", "month", "day"] as const) : order;
  const of = (part: "day" | "month" | "year") => numbers[by.indexOf(part)] ?? Number.NaN;
  const day: Day = [fullYear(of("year")), of("month") - 1, of("day")];
  return day[1] >= 0 && day[1] < 12 && day[2] >= 1 && day[2] <= 31 ? day : null;
}

function namedIn(rest: Rest, { months }: TimeWords, now: Date): Day | null {
  const name = rest.word(months.keys());
  const month = name === null ? undefined : months.get(name);
  if (month === undefined) return null;
  const year = rest.take(/(?<!\d)(\d{4})(?!\d)/);
  const day = Number(rest.take(/(?<!\d)(\d{1,2})(?!\d)/)?.[1]);
  if (!(day >= 1 && day <= 31)) return null;
  if (year) return [fullYear(Number(year[1])), month, day];
  const isLater = month > now.getMonth() || (month === now.getMonth() && day > now.getDate());
  return [now.getFullYear() - Number(isLater), month, day];
}

function dayIn(rest: Rest, words: TimeWords, now: Date): Day | null {
  const back = (days: number): Day => [now.getFullYear(), now.getMonth(), now.getDate() - days];
  if (rest.word([words.today])) return back(0);
  if (rest.word([words.yesterday])) return back(1);
  const date = numbersIn(rest, words.order) ?? namedIn(rest, words, now);
  const weekday = rest.word(words.weekdays.keys());
  if (date) return date;
  const number = weekday === null ? undefined : words.weekdays.get(weekday);
  return number === undefined ? null : back((now.getDay() - number + 7) % 7);
}

/** "pukul", "um", "lúc", "at": what stands between a day and a time. */
const JOINING_LETTERS = 5;

const AGES: Record<string, [ms: number, precision: Precision]> = {
  m: [60_000, "minute"],
  h: [3_600_000, "hour"],
  d: [86_400_000, "day"],
};

/**
 * Reads a time as the page writes it: `13:01`, `4:32 PM`, `Sat`, `Apr 4`, `1/13/24`, `2h`, `Tue 10:12 PM`,
 * `Apr 4, 2026, 3:41 PM`, in the page's language and the browser's zone. Null for anything that is not wholly a time.
 */
export function readTimeText(text: string, now: number, language: string): ReadTime | null {
  const said = plain(westernDigits(clean(text)));
  if (said === "" || said.length > 60) return null;
  const age = /^(\d{1,3}) ?([mhd])$/.exec(said);
  const [ms, width] = AGES[age?.[2] ?? ""] ?? [];
  if (ms !== undefined && width !== undefined)
    return { at: now - Number(age?.[1]) * ms - ms, precision: width };
  const words = timeWords(language);
  const rest = new Rest(said);
  const today = new Date(now);
  const clock = clockIn(rest, words);
  const day = dayIn(rest, words, today);
  if ((!clock && !day) || !rest.isSpent(day ? JOINING_LETTERS : 3)) return null;
  const [year, month, date] = day ?? [today.getFullYear(), today.getMonth(), today.getDate()];
  const at = new Date(year, month, date, clock?.hour ?? 0, clock?.minute ?? 0).getTime();
  if (!Number.isFinite(at) || at > now + 86_400_000) return null;
  return { at, precision: clock ? "minute" : "day" };
}
