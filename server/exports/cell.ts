export type Cell = string | number | null;

/** What a spreadsheet would take for a formula, also behind white space that it drops. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\t\r|%]/;

/**
 * A cell of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it: a
 * customer's campaign, reference or reason may have been written by anybody.
 */
export function printCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

export const printRow = (cells: readonly Cell[]): string => `${cells.map(printCell).join(",")}\r\n`;
