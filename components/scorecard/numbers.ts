import { formatMinor } from "#lib/domain/amount.ts";
import type { Day, Days } from "#lib/domain/day.ts";

const style = (maximumFractionDigits: number) =>
  new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits });
const [whole, fine] = [style(0), style(1)];

const signed = new Intl.NumberFormat(undefined, {
  style: "percent",
  maximumFractionDigits: 0,
  signDisplay: "exceptZero",
});

export const signedPercent = (share: number): string => signed.format(share);
export const percent = (share: number): string => whole.format(share);
export const percentFine = (share: number): string => fine.format(share);

export const count = (n: number): string => new Intl.NumberFormat().format(n);

export const plural = (n: number, one: string, many: string): string => `${count(n)} ${n === 1 ? one : many}`;

/** Minor units of a report's currency; while none is known there is nothing to say. */
export const money = (minor: number, currency: string | null): string =>
  currency === null ? "" : formatMinor(minor, currency);

/** The share of a whole in words: "92 %", or "none" of nothing. */
export const shareOf = (n: number, of: number): string => (of === 0 ? "none" : percent(n / of));

const dayFormat = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", timeZone: "UTC" });

const longFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" });

/** "14 November 2026". */
export const longDay = (day: Day): string => longFormat.format(Date.parse(day));

/** "14 Nov". */
export const dayWords = (day: Day): string => dayFormat.format(Date.parse(day));

export const daysWords = ({ from, to }: Days): string =>
  from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`;

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** A length of time, two units at most: "40 s", "6 min", "3 h 20 min", "2 d 4 h". */
export function duration(ms: number): string {
  if (ms < MINUTE) return `${Math.round(ms / 1000)} s`;
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  if (ms < 2 * DAY) return pair(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(ms / HOUR);
  return pair(Math.floor(hours / 24), "d", hours % 24, "h");
}

const pair = (large: number, unit: string, small: number, smaller: string): string =>
  small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${smaller}`;
