import type { HoursWindow } from "#lib/domain/calendar-hours.ts";
import { union } from "#lib/domain/span.ts";

/** What was typed, read; or why it cannot be, in a sentence that says what to type. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; sentence: string };

/** Windows as they are typed: "09:00–12:00, 13:00–17:00"; none is "". */
export const windowsText = (windows: readonly HoursWindow[] = []): string =>
  windows.map((window) => window.join("–")).join(", ");

const WINDOW = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(?:-|–|—|to|until)\s*(\d{1,2})(?:[:.h](\d{2}))?$/i;
const MINUTES_A_DAY = 24 * 60;

/**
 * Reads windows of one day: "9-12, 13:00–17:30". A closing time that is not after the opening is on the next day, where
 * `isPastMidnight` allows that.
 */
export function parseWindows(text: string, isPastMidnight: boolean): Read<HoursWindow[]> {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const windows: { from: number; to: number }[] = [];
  for (const part of parts) {
    const [, h1 = "", m1 = "0", h2 = "", m2 = "0"] = WINDOW.exec(part) ?? [];
    const [from, typed] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)];
    const isTime = h1 !== "" && Number(m1) < 60 && Number(m2) < 60 && from < MINUTES_A_DAY;
    if (!isTime || typed > 2 * MINUTES_A_DAY)
      return { ok: false, sentence: `“${part}” is no pair of times. Write it as 9:00–17:00.` };
    const to = typed <= from && isPastMidnight ? typed + MINUTES_A_DAY : typed;
    if (to <= from || (to > MINUTES_A_DAY && !isPastMidnight))
      return {
        ok: false,
        sentence: `“${part}” ends before it starts or leaves its date. Write the rest on the next date.`,
      };
    windows.push({ from, to });
  }
  const sorted = windows.toSorted((a, b) => a.from - b.from);
  if (sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? 0)))
    return { ok: false, sentence: "Two windows overlap. Make one of them, or end the first earlier." };
  return { ok: true, value: union(sorted).map(({ from, to }) => [clock(from), clock(to)]) };
}

const two = (n: number): string => String(n).padStart(2, "0");
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
