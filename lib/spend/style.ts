import type { Columns } from "./columns.ts";
import { COUNTS } from "./headings.ts";
import { GROUPS, type NumberStyle } from "./numbers.ts";
import type { ProblemList } from "./problem.ts";
import type { SheetRow } from "./sheet.ts";
import type { Delimiter } from "./table.ts";

type Mark = NumberStyle["decimal"];

/** The decimal mark that one cell gives away, null where it could be either. A count has no decimals of three digits. */
function markOf(cell: string, isCount: boolean): Mark | null {
  if (!/[.,]/.test(cell)) return null;
  const text = cell.replace(GROUPS, "");
  const [points, commas] = [text.split(".").length - 1, text.split(",").length - 1];
  if (!/^\d[\d.,]*\d$/.test(text)) return null;
  if (points > 0 && commas > 0) return text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
  const [mark, other]: [Mark, Mark] = points > 0 ? [".", ","] : [",", "."];
  if (points + commas > 1) return other;
  const [before = "", after = ""] = text.split(mark);
  if (after.length !== 3 || before.length > 3 || before === "0") return mark;
  return isCount ? other : null;
}

/**
 * The decimal mark of a file, as its own cells show it. Null where none does and semicolons part the cells, which a
 * spreadsheet with decimal commas writes: there a number can be read in two ways.
 */
export function findStyle(
  { at, headings }: Columns,
  rows: readonly SheetRow[],
  delimiter: Delimiter,
  problems: ProblemList,
): NumberStyle | null {
  const seen = new Map<Mark, number>();
  for (const role of ["spend", ...COUNTS] as const)
    for (const column of at.get(role) ?? [])
      for (const { record, row } of rows) {
        const mark = markOf((record[column] ?? "").trim(), role !== "spend");
        if (mark === null || seen.has(mark)) continue;
        const [other] = seen.values();
        if (other !== undefined)
          problems.add(
            `This number and one in row ${other} use different decimal marks: the file was edited.`,
            row,
            headings[column] ?? null,
          );
        seen.set(mark, row);
      }
  const [decimal] = seen.keys();
  if (decimal !== undefined) return { decimal, sure: true };
  return delimiter === ";" ? null : { decimal: ".", sure: false };
}
