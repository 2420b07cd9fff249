import type { Day } from "#lib/domain/day.ts";

const ISO = /^(\d{4})([-/])(\d{2})\2(\d{2})$/;

/** The day that a cell names, in Meta's own order; null for any other text, which a spreadsheet may have turned round. */
export function readDay(cell: string): Day | null {
  const [, year, , month, day] = ISO.exec(cell) ?? [];
  if (year === undefined || year < "2004" || year > "2199") return null;
  const text = `${year}-${month}-${day}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : text;
}
