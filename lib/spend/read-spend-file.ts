import { roundMinor, sumExact } from "#lib/domain/money.ts";
import type { Period } from "#lib/domain/spend-period.ts";
import { reportAccounts } from "./accounts.ts";
import { type Columns, findCurrency, sortColumns } from "./columns.ts";
import { decode } from "./decode.ts";
import { type Detail, RowReader } from "./detail.ts";
import { findMark } from "./decimal-mark.ts";
import { type Dimensions, findDimensions } from "./dimensions.ts";
import type { DecimalMark } from "./numbers.ts";
import { reportCutIds, reportParents, reportRepeats, reportSharedDays } from "./overlap.ts";
import { ProblemList } from "./problem.ts";
import { reconcile, remarksOn } from "./remarks.ts";
import { type Sheet, sortRows } from "./sheet.ts";
import type { SpendFile, SpendReading } from "./spend-file.ts";
import { sumDetails } from "./sum.ts";
import { readTable, type Table } from "./table.ts";

/**
 * Reads a CSV as Ads Manager or Ads Reporting exports it. All or nothing: a file with any problem is refused with its
 * rows and reasons, and nothing of it is returned. Never throws, whatever the bytes are.
 * @param csv the file's bytes, or its text
 */
export function readSpendFile(csv: string | Uint8Array): SpendReading {
  const decoded = decode(csv);
  if (!decoded.ok) return { ok: false, problems: [{ row: null, column: null, reason: decoded.reason }] };
  const read = readTable(decoded.text);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const problems = new ProblemList();
  const plan = understand(read.table, problems);
  const file = plan && sumUp(plan, problems);
  if (!file) return { ok: false, problems: problems.found };
  if (decoded.damaged)
    file.warnings.push("Some characters could not be read; names may differ from those in Ads Manager.");
  return { ok: true, file };
}

/** What a file turned out to be, before its cells are read. */
interface Plan {
  columns: Columns;
  sheet: Sheet;
  dimensions: Dimensions;
  currency: string | null;
  mark: DecimalMark;
}

/** Sorts columns and rows; null once a problem was reported. */
function understand({ headings, records }: Table, problems: ProblemList): Plan | null {
  const columns = sortColumns(headings, problems);
  const sheet = sortRows(records, columns, problems);
  if (problems.found.length > 0) return null;
  const { details, total } = sheet;
  const dimensions = findDimensions(columns, details, problems);
  const currency = findCurrency(columns, details, problems);
  const mark = findMark(columns, total ? [total, ...details] : details, currency, problems);
  reportAccounts(columns, details, problems);
  return problems.found.length > 0 ? null : { columns, sheet, dimensions, currency, mark };
}

/** Reads the cells and sums them up; null once a problem was reported. */
function sumUp(
  { columns, sheet, dimensions, currency, mark }: Plan,
  problems: ProblemList,
): SpendFile | null {
  const empty = emptyFile(columns, dimensions);
  if (currency === null) return empty;
  const context = { columns, dimensions, mark, currency };
  const reader = new RowReader({ ...context, problems });
  const details = readAll(reader, sheet, problems);
  const total = sheet.total && reader.total(sheet.total);
  const sum = sumExact(details.flatMap(({ spend }) => spend ?? []));
  if (sum.plus(total?.spend ?? 0).gt(Number.MAX_SAFE_INTEGER))
    problems.add("The amounts are too large to be added up.");
  reportDoubles(details, columns, dimensions, problems);
  if (problems.found.length > 0) return null;
  const check = total?.spend ? reconcile(sum, total.spend, currency) : null;
  const rows = sumDetails(details, currency);
  const remarks = remarksOn(details, context);
  return {
    ...empty,
    ...coveredBy(details, total?.reported ?? null),
    currency,
    hasDays: rows.length > 0 ? rows.every(({ from, to }) => from === to) : dimensions.hasDay,
    rows,
    totalMinor: roundMinor(sum),
    detailRows: details.length,
    reconciles: check?.reconciles ?? null,
    warnings: check?.reconciles === false ? [check.remark, ...remarks] : remarks,
  };
}

const emptyFile = ({ headings }: Columns, { level, hasDay, breakdowns }: Dimensions): SpendFile => ({
  currency: null,
  from: null,
  to: null,
  rows: [],
  totalMinor: 0,
  detailRows: 0,
  level,
  hasDays: hasDay,
  breakdowns: [...new Set(breakdowns.map(({ name }) => name))],
  reconciles: null,
  warnings: [],
  headings,
});

function readAll(reader: RowReader, { details }: Sheet, problems: ProblemList): Detail[] {
  const read: Detail[] = [];
  for (const row of details) {
    if (problems.isFull) break;
    read.push(reader.detail(row));
  }
  return read;
}

/** Reports what would count twice; only rows that could all be read can be compared. */
function reportDoubles(
  details: readonly Detail[],
  columns: Columns,
  dimensions: Dimensions,
  problems: ProblemList,
): void {
  if (problems.found.length > 0) return;
  reportSharedDays(details, problems);
  reportParents(details, columns, dimensions, problems);
  reportRepeats(details, dimensions, problems);
  reportCutIds(details, columns, problems);
}

/** All days that the rows, and the periods they were reported for, reach over. */
function coveredBy(details: readonly Detail[], total: Period | null): Pick<SpendFile, "from" | "to"> {
  if (details.length === 0) return { from: null, to: null };
  const periods = [
    ...details,
    ...details.flatMap(({ reported }) => reported ?? []),
    ...(total ? [total] : []),
  ];
  const from = periods.reduce((first, period) => (period.from < first ? period.from : first), "9999");
  const to = periods.reduce((last, period) => (period.to > last ? period.to : last), "");
  return { from, to };
}
