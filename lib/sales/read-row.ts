import { isCurrency } from "#lib/domain/currency.ts";
import type { Day } from "#lib/domain/day.ts";
import { Text } from "#lib/domain/event-data.ts";
import type { SaleRow, ThreadNamed } from "#lib/domain/sale-row.ts";
import { parseTyped } from "#lib/domain/typed-amount.ts";
import { readDay } from "#lib/spend/dates.ts";
import type { ProblemList } from "#lib/spend/problem.ts";
import type { SheetRow } from "#lib/spend/table.ts";
import type { SalesColumns } from "./headings.ts";
import { readThread } from "./thread-cell.ts";

const Ref = Text(200);

/** A long number as a spreadsheet shortens it. */
const isShortened = (cell: string): boolean => /^\d(?:[.,]\d+)?E\+\d+$/i.test(cell);

/** Reads the cells of one row; what is wrong is reported by its field, and the row is null. */
export class SaleRowReader {
  readonly #columns: SalesColumns;
  readonly #today: Day;
  readonly #problems: ProblemList;

  constructor(columns: SalesColumns, today: Day, problems: ProblemList) {
    this.#columns = columns;
    this.#today = today;
    this.#problems = problems;
  }

  read({ record, row }: SheetRow): SaleRow | null {
    const cell = (column: number | null): string => (column === null ? "" : (record[column] ?? "").trim());
    const { day, amount, currency, currencyOfAll, ref, thread } = this.#columns;
    const code = this.#currency(row, cell(currency).toUpperCase() || (currencyOfAll ?? ""));
    const read = {
      row,
      ref: this.#ref(row, cell(ref)),
      thread: this.#thread(row, cell(thread)),
      day: this.#day(row, cell(day)),
      amountMinor: code === null ? null : this.#amount(row, cell(amount), code),
      currency: code,
    };
    return isWhole(read) ? read : null;
  }

  #refuse(row: number, column: number | null, reason: string): undefined {
    this.#problems.add(reason, row, this.#columns.headings[column ?? -1] ?? null);
  }

  #ref(row: number, cell: string): string | null | undefined {
    const { ref } = this.#columns;
    if (cell === "") return null;
    if (isShortened(cell)) return this.#refuse(row, ref, shortened(cell));
    const read = Ref.safeParse(cell);
    return read.success ? read.data : this.#refuse(row, ref, `“${shown(cell)}” is too long for a reference.`);
  }

  #thread(row: number, cell: string): ThreadNamed | null | undefined {
    const { thread } = this.#columns;
    if (cell === "") return null;
    if (isShortened(cell)) return this.#refuse(row, thread, shortened(cell));
    return (
      readThread(cell) ??
      this.#refuse(
        row,
        thread,
        `“${shown(cell)}” names no thread. Write the id or the address of the open conversation.`,
      )
    );
  }

  #day(row: number, cell: string): Day | null {
    const { day: column } = this.#columns;
    // A time may follow; the day is taken as the file has it.
    const day = readDay(cell.replace(/[T ]\d{1,2}:\d{2}.*$/, ""));
    if (day === null)
      this.#refuse(row, column, `“${shown(cell)}” is no day. Write it as year-month-day: 2026-11-16.`);
    else if (day > this.#today) this.#refuse(row, column, `${day} is in the future.`);
    else return day;
    return null;
  }

  #currency(row: number, code: string): string | null {
    if (isCurrency(code)) return code;
    const { currency, amount } = this.#columns;
    const reason =
      code === "" ? "The currency is missing." : `“${shown(code)}” is no currency. Use its code, like USD.`;
    this.#refuse(row, currency ?? amount, reason);
    return null;
  }

  #amount(row: number, cell: string, currency: string): number | null {
    const typed = parseTyped(cell, currency);
    if (typed.ok) return typed.amountMinor;
    const reason =
      typed.problem === "negative"
        ? `“${shown(cell)}” is below zero. A refund is recorded on its sale, in the conversation.`
        : typed.sentence;
    this.#refuse(row, this.#columns.amount, reason);
    return null;
  }
}

type Read = { [Key in keyof SaleRow]: SaleRow[Key] | null | undefined };

const isWhole = (read: Read): read is SaleRow =>
  read.ref !== undefined &&
  read.thread !== undefined &&
  read.day !== null &&
  read.amountMinor !== null &&
  read.currency !== null;

const shown = (cell: string): string => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell);

const shortened = (cell: string): string =>
  `“${cell}” was shortened by a spreadsheet. Format the column as text, and write it in full.`;
