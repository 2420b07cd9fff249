import type { Read } from "./windows-text.ts";

/** A share as it is typed: 0.375 is "37.5"; null is "". */
export const shareText = (share: number | null): string =>
  share === null ? "" : String(Number((share * 100).toFixed(6)));

/** Reads a share in percent: "40", "37,5 %"; nothing typed is null. */
export function parseShare(text: string): Read<number | null> {
  const typed = text.replace("%", "").replace(",", ".").trim();
  if (typed === "") return { ok: true, value: null };
  const percent = /^\d{1,3}(?:\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  return percent >= 0 && percent <= 100
    ? { ok: true, value: percent / 100 }
    : { ok: false, sentence: "Write a share from 0 to 100 %." };
}

/** Reads a whole number from 1 on; nothing typed is null. */
export function parseCount(text: string, most: number): Read<number | null> {
  const typed = text.trim();
  if (typed === "") return { ok: true, value: null };
  const n = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  return n >= 1 && n <= most
    ? { ok: true, value: n }
    : { ok: false, sentence: `Write a whole number from 1 to ${most.toLocaleString()}.` };
}
