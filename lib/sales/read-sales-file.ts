import type { Day } from "#lib/domain/day.ts";
import type { SaleRow } from "#lib/domain/sale-row.ts";
import { decode } from "#lib/spend/decode.ts";
import { FileError, ProblemList, type SpendProblem } from "#lib/spend/problem.ts";
import { filledRows, reportWidths } from "#lib/spend/sheet.ts";
import { readTable } from "#lib/spend/table.ts";
import { sortSalesColumns } from "./headings.ts";
import { SaleRowReader } from "./read-row.ts";
import { SALES_FILE } from "./wanted.ts";

/** A sales file that is refused, with the row and the field of each reason. */
export class SalesFileError extends FileError {
  override readonly name = "SalesFileError";

  constructor(problems: readonly SpendProblem[]) {
    super("sales_file", problems);
  }
}

/**
 * Reads a list of sales: CSV with the columns ref or thread (or both), date, amount, currency. All or nothing: a file
 * with any problem is refused. Throws SalesFileError, and nothing else, whatever the bytes are.
 * @param csv the file's bytes, or its text
 * @param today the last day that a sale can have been made on
 */
export function readSalesFile(csv: string | Uint8Array, today: Day): SaleRow[] {
  const decoded = decode(csv, SALES_FILE);
  if (!decoded.ok) throw new SalesFileError([{ row: null, column: null, reason: decoded.reason }]);
  const read = readTable(decoded.text);
  if (!read.ok) throw new SalesFileError([read.problem]);
  const { headings, records } = read.table;
  const problems = new ProblemList();
  const rows = filledRows(records);
  reportWidths(rows, headings, problems);
  const columns = sortSalesColumns(headings, problems);
  if (!columns || problems.found.length > 0) throw new SalesFileError(problems.found);
  const reader = new SaleRowReader(columns, today, problems);
  const sales = rows.flatMap((row) => (problems.isFull ? [] : (reader.read(row) ?? [])));
  if (!Number.isSafeInteger(sales.reduce((sum, { amountMinor }) => sum + amountMinor, 0)))
    problems.add("The amounts are too large to be added up.");
  if (problems.found.length > 0) throw new SalesFileError(problems.found);
  return sales;
}
