import type { Words } from "./language/index.ts";

/** A time as a row or a divider writes it: `short` is what stands there, `day` what is read aloud. */
export interface TimeText {
  short: string;
  day: string;
}

const DAY = 86_400_000;

/** Left-to-right marks around numbers, as the page puts them into right-to-left text (facts, section 2.2). */
const marked = (text: string, { dir }: Words): string => (dir === "rtl" ? `\u200E${text}\u200E` : text);

const partsFormatter = (words: Words, timeZone: string | null) => {
  const write = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(words.locale, { ...options, timeZone: timeZone ?? undefined }).format(at);
  return write;
};

/** `13:01`, `Sat`, `Apr 4` or `1/13/24`, by distance from now. */
export function rowTime(at: number, now: number, words: Words, timeZone: string | null): TimeText {
  const write = partsFormatter(words, timeZone);
  const date = (time: number) => write(time, { year: "numeric", month: "numeric", day: "numeric" });
  if (date(at) === date(now))
    return { short: marked(write(at, { hour: "numeric", minute: "2-digit" }), words), day: words.today };
  if (now - at < 6 * DAY)
    return { short: write(at, { weekday: "short" }), day: write(at, { weekday: "long" }) };
  const isThisYear = write(at, { year: "numeric" }) === write(now, { year: "numeric" });
  const text = isThisYear
    ? write(at, { month: "short", day: "numeric" })
    : write(at, { year: "2-digit", month: "numeric", day: "numeric" });
  return { short: marked(text, words), day: text };
}

/** The text between groups of messages: `Today at 3:41 PM`, `Tue 10:12 PM`, `Apr 4, 2026, 3:41 PM`. */
export function dividerText(at: number, now: number, words: Words, timeZone: string | null): string {
  const write = partsFormatter(words, timeZone);
  const time = write(at, { hour: "numeric", minute: "2-digit" });
  const { short, day } = rowTime(at, now, words, timeZone);
  if (day === words.today) return words.locale === "en-US" ? `${day} at ${time}` : `${day} ${time}`;
  if (now - at < 6 * DAY) return `${short} ${time}`;
  return write(at, { year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
}
