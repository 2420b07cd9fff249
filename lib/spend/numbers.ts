/** The decimal mark of a file; null where no cell shows it. */
export type DecimalMark = "." | "," | null;

/** Marks that only ever group digits. */
export const GROUPS = /[\s'’]/gu;

export type NumberCell = { ok: true; plain: string } | { ok: false; reason: string };

const PLAIN = {
  ".": /^(?:\d{1,15}|\d{1,3}(?:[,\s'’]\d{3}){1,4})(?:\.\d{1,20})?$/u,
  ",": /^(?:\d{1,15}|\d{1,3}(?:[.\s'’]\d{3}){1,4})(?:,\d{1,20})?$/u,
};

/** A number cell as plain digits with a point, or why it is none. */
export function readNumber(cell: string, mark: DecimalMark): NumberCell {
  if (/^\d{1,15}$/.test(cell)) return { ok: true, plain: cell };
  const shown = `“${cell.length > 30 ? `${cell.slice(0, 30)}…` : cell}”`;
  if (/^[-−(]/u.test(cell)) return { ok: false, reason: `${shown} is below zero` };
  if (mark === null && /^\d{1,3}[.,]\d{3}$/.test(cell))
    return {
      ok: false,
      reason: `${shown} can be read in two ways, and no number of this file shows the decimal mark. Export a longer period`,
    };
  if (!PLAIN[mark ?? "."].test(cell)) return { ok: false, reason: `${shown} is no number` };
  const whole = cell.replace(GROUPS, "");
  return {
    ok: true,
    plain: mark === "," ? whole.replaceAll(".", "").replace(",", ".") : whole.replaceAll(",", ""),
  };
}
