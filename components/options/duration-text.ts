import type { Read } from "./windows-text.ts";

const UNITS: readonly { seconds: number; name: string; words: RegExp }[] = [
  { seconds: 86_400, name: "d", words: /^(?:d|days?)$/i },
  { seconds: 3_600, name: "h", words: /^(?:h|hrs?|hours?)$/i },
  { seconds: 60, name: "min", words: /^(?:m|mins?|minutes?)$/i },
  { seconds: 1, name: "s", words: /^(?:s|secs?|seconds?)$/i },
];

/** A length of time as it is typed: "15 min", "1 h 30 min", "1 d"; null is "". */
export function durationText(seconds: number | null): string {
  if (seconds === null) return "";
  if (seconds === 0) return "0 min";
  let left = seconds;
  const parts = UNITS.flatMap((unit) => {
    const n = Math.floor(left / unit.seconds);
    left -= n * unit.seconds;
    return n === 0 ? [] : [`${n} ${unit.name}`];
  });
  return parts.join(" ");
}

const YEAR_S = 366 * 86_400;
const PARTS = /^(?:\d+\s*[a-z]+\s*)+$/i;

/** Reads "15 min", "1h30m", "2 days"; nothing typed is null: no target. */
export function parseDuration(text: string): Read<number | null> {
  const typed = text.trim();
  if (typed === "") return { ok: true, value: null };
  const help = "Write it as 15 min, 1 h 30 min or 2 d; nothing means no target.";
  if (!PARTS.test(typed)) return { ok: false, sentence: help };
  let seconds = 0;
  for (const [, n = "", word = ""] of typed.matchAll(/(\d+)\s*([a-z]+)/gi)) {
    const unit = UNITS.find(({ words }) => words.test(word));
    if (!unit) return { ok: false, sentence: help };
    seconds += Number(n) * unit.seconds;
  }
  return seconds > YEAR_S
    ? { ok: false, sentence: "A target is a year at most." }
    : { ok: true, value: seconds };
}
