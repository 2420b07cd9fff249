import { CsvError, parse } from "csv-parse/browser/esm/sync";
import type { SpendProblem } from "./problem.ts";

/** A table of text. `records[0]` is row 2 of a spreadsheet; a record of blank cells only is kept, to keep count. */
export interface Table {
  headings: string[];
  records: string[][];
}

const DELIMITERS = [",", ";", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];

export interface SheetRow {
  row: number;
  record: readonly string[];
}

/** The number of a record as a spreadsheet shows it. */
export const rowOf = (index: number): number => index + 2;

/** Splits the text of a file into cells; quoted cells may hold line breaks, delimiters and doubled quotes. */
export function readTable(text: string): { ok: true; table: Table } | { ok: false; problem: SpendProblem } {
  const delimiter = delimiterOf(text);
  try {
    const [headings = [], ...records] = cellsOf(text, delimiter);
    return { ok: true, table: { headings: headings.map((heading) => heading.trim()), records } };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** The build for browsers runs in Node too, so that one is tested and shipped; it is quick only when given bytes. */
const cellsOf = (text: string, delimiter: Delimiter): string[][] =>
  parse(new TextEncoder().encode(text), {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
  });

/** The mark that stands most often in the line of headings, outside quotes. */
function delimiterOf(text: string): Delimiter {
  const start = text.slice(0, 65_536);
  const [line = ""] = start.replace(/"(?:[^"]|"")*"/g, "").split(/[\r\n]/, 1);
  const count = (delimiter: Delimiter) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function problemOf(error: unknown): SpendProblem {
  if (!(error instanceof CsvError)) throw error;
  const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED";
  const before = error["records"];
  return {
    row: typeof before === "number" ? before + 1 : null,
    column: null,
    reason: isOpen
      ? "A quoted text is not closed: the file is cut short. Download it again."
      : "A quotation mark stands where none may: the file was edited. Export it again.",
  };
}
