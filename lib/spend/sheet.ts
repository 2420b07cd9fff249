import type { Columns } from "./columns.ts";
import type { ProblemList } from "./problem.ts";
import { rowOf, type SheetRow } from "./table.ts";

/** The rows of a table: the details, and Meta's total row where there is one. */
export interface Sheet {
  details: SheetRow[];
  total: SheetRow | null;
}

const isBlank = (record: readonly string[], column: number): boolean => (record[column] ?? "").trim() === "";

/**
 * Tells the total row from the details. It is the first row, and every cell that could say what it is about is empty;
 * in a file that has no such column the one row is the data itself.
 */
export function sortRows(
  records: readonly (readonly string[])[],
  { headings, dimensions }: Columns,
  problems: ProblemList,
): Sheet {
  const rows = filledRows(records);
  reportWidths(rows, headings, problems);
  const nameless = rows.filter(
    ({ record }) => dimensions.length > 0 && dimensions.every((column) => isBlank(record, column)),
  );
  const [first] = rows;
  const total = first !== undefined && nameless[0] === first ? first : null;
  for (const { row } of nameless)
    if (row !== total?.row)
      problems.add("This row names nothing that it is about: a total among the rows would count twice.", row);
  return { details: total ? rows.slice(1) : rows, total };
}

/** The rows that are not blank, each with the number that a spreadsheet shows. */
export const filledRows = (records: readonly (readonly string[])[]): SheetRow[] =>
  records
    .map((record, index) => ({ record, row: rowOf(index) }))
    .filter(({ record }) => record.some((cell) => cell.trim() !== ""));

/** Reports rows whose cells cannot be under their headings. */
export function reportWidths(
  rows: readonly SheetRow[],
  headings: readonly string[],
  problems: ProblemList,
): void {
  for (const { record, row } of rows) {
    const extra = record.slice(headings.length).some((cell) => cell.trim() !== "");
    if (record.length < headings.length || extra)
      problems.add(
        `This row has ${record.length} cells under ${headings.length} headings: it is cut or shifted.`,
        row,
      );
  }
}
