import { dayOf } from "#lib/domain/day.ts";
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

/** Where each day begins first. A shop may keep its list in another zone than the workspace. */
const FIRST_ZONE = "Etc/GMT-14";

/**
 * Reads a list of sales: CSV with the columns ref or thread (or both), date, amount, currency. All or nothing: a file
 * with any problem is refused. Throws SalesFileError, and nothing else, whatever the bytes are.
 * @param csv the file's bytes, or its text
 * @param now epoch ms; a day that has begun nowhere yet is refused
 */
export function readSalesFile(csv: string | Uint8Array, now: number): SaleRow[] {
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
  const reader = new SaleRowReader(columns, dayOf(now, FIRST_ZONE), problems);
  const sales = rows.flatMap((row) => (problems.isFull ? [] : (reader.read(row) ?? [])));
  if (!Number.isSafeInteger(sales.reduce((sum, { amountMinor }) => sum + amountMinor, 0)))
    problems.add("The amounts are too large to be added up.");
  if (problems.found.length > 0) throw new SalesFileError(problems.found);
  return sales;
}
