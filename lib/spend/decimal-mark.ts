import { decimalsOf } from "#lib/domain/currency.ts";
import type { Columns } from "./columns.ts";
import { COUNTS } from "./headings.ts";
import { type DecimalMark, GROUPS } from "./numbers.ts";
import type { ProblemList } from "./problem.ts";
import type { SheetRow } from "./table.ts";

/** The mark that one cell gives away, null where it could be either. A count has no decimals of three digits. */
function markOf(cell: string, isCount: boolean): DecimalMark {
  if (!/[.,]/.test(cell)) return null;
  const text = cell.replace(GROUPS, "");
  const [points, commas] = [text.split(".").length - 1, text.split(",").length - 1];
  if (!/^\d[\d.,]*\d$/.test(text)) return null;
  if (points > 0 && commas > 0) return text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
  const [mark, other] = points > 0 ? ([".", ","] as const) : ([",", "."] as const);
  if (points + commas > 1) return other;
  const [before = "", after = ""] = text.split(mark);
  if (after.length !== 3 || before.length > 3 || before === "0") return mark;
  return isCount ? other : null;
}

/**
 * The decimal mark of a file, as its own cells show it: first those that are read, else any other. Where none does,
 * a currency of three decimals is taken as Meta writes it, with a point, since there all amounts look alike.
 */
export function findMark(
  columns: Columns,
  rows: readonly SheetRow[],
  currency: string | null,
  problems: ProblemList,
): DecimalMark {
  const read = (["spend", ...COUNTS] as const).flatMap((role) =>
    (columns.at.get(role) ?? []).map((column) => ({ column, isCount: role !== "spend" })),
  );
  const seen = new Map<DecimalMark, number>();
  for (const { column, isCount } of read)
    for (const { record, row } of rows) {
      const mark = markOf((record[column] ?? "").trim(), isCount);
      if (mark === null || seen.has(mark)) continue;
      const [other] = seen.values();
      if (other !== undefined)
        problems.add(
          `This number and one in row ${other} use different decimal marks: the file was edited.`,
          row,
          columns.headings[column] ?? null,
        );
      seen.set(mark, row);
    }
  const [shown] = seen.keys();
  return shown ?? markElsewhere(columns, rows) ?? (decimalsOf(currency ?? "") === 3 ? "." : null);
}

/** The mark of averages and rates in columns that are not read; null where they disagree. */
function markElsewhere({ headings, dimensions }: Columns, rows: readonly SheetRow[]): DecimalMark {
  const others = headings.map((_, column) => column).filter((column) => !dimensions.includes(column));
  const marks = new Set(
    others.flatMap((column) =>
      rows.flatMap(({ record }) => markOf((record[column] ?? "").trim(), false) ?? []),
    ),
  );
  const [mark] = marks;
  return marks.size === 1 && mark !== undefined ? mark : null;
}
