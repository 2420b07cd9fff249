/** The decimal mark of a file; `sure` when a cell shows it, else Meta's own point where nothing speaks against it. */
export interface NumberStyle {
  decimal: "." | ",";
  sure: boolean;
}

/** Marks that only ever group digits. */
export const GROUPS = /[\s'’]/gu;

export type NumberCell = { ok: true; plain: string } | { ok: false; reason: string };

const PLAIN = {
  ".": /^(?:\d{1,15}|\d{1,3}(?:[,\s'’]\d{3}){1,4})(?:\.\d{1,20})?$/u,
  ",": /^(?:\d{1,15}|\d{1,3}(?:[.\s'’]\d{3}){1,4})(?:,\d{1,20})?$/u,
};

/** A number cell as plain digits with a point, or why it is none. */
export function readNumber(cell: string, style: NumberStyle | null): NumberCell {
  if (/^\d{1,15}$/.test(cell)) return { ok: true, plain: cell };
  const quoted = cell.length > 30 ? `${cell.slice(0, 30)}…` : cell;
  if (/^[-−(]/.test(cell)) return { ok: false, reason: `“${quoted}” is below zero` };
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(cell) && (style === null || (!style.sure && cell.includes(","))))
    return {
      ok: false,
      reason: `“${quoted}” can be read in two ways, and no other number shows which mark is the decimal one`,
    };
  const { decimal } = style ?? { decimal: "." };
  if (!PLAIN[decimal].test(cell)) return { ok: false, reason: `“${quoted}” is no number` };
  const whole = cell.replace(GROUPS, "");
  return {
    ok: true,
    plain: decimal === "." ? whole.replaceAll(",", "") : whole.replaceAll(".", "").replace(",", "."),
  };
}
