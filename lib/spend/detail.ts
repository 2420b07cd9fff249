import type { Day } from "#lib/domain/day.ts";
import { type Exact, exactMinor } from "#lib/domain/money.ts";
import type { Period } from "#lib/domain/spend-period.ts";
import type { Columns } from "./columns.ts";
import { readDay } from "./dates.ts";
import type { Dimensions } from "./dimensions.ts";
import { COUNTS, type Count, type Role } from "./headings.ts";
import { type DecimalMark, readNumber } from "./numbers.ts";
import type { ProblemList } from "./problem.ts";
import type { SheetRow } from "./table.ts";

/** One row of an export, read. Null is "not reported", never 0. */
export interface Detail extends Period {
  row: number;
  record: readonly string[];
  /** What the file says it covers, where it says so: in a report by day more than the day. */
  reported: Period | null;
  campaign: string | null;
  adset: string | null;
  ad: string | null;
  adId: string | null;
  /** Exact minor units, not rounded. */
  spend: Exact | null;
  counts: Record<Count, number | null>;
}

const NOT_REPORTED: Detail["counts"] = {
  impressions: null,
  linkClicks: null,
  reach: null,
  views: null,
  engagements: null,
  conversationsStarted: null,
};

interface Context {
  columns: Columns;
  dimensions: Dimensions;
  mark: DecimalMark;
  currency: string;
  problems: ProblemList;
}

/** Reads the cells of rows that are all of one file. */
export class RowReader {
  private readonly context: Context;
  private readonly days = new Map<string, Day | null>();

  constructor(context: Context) {
    this.context = context;
  }

  detail({ row, record }: SheetRow): Detail {
    const reported = this.reported(record, row);
    const period = this.context.dimensions.hasDay ? this.day(record, row, reported) : reported;
    for (const role of this.context.dimensions.hasDay ? [] : (["starts", "ends"] as const))
      if (this.text(record, row, role) === null) this.report("The date is missing", row, role);
    const [adId, spend] = [this.text(record, row, "adId"), this.spend(record, row)];
    if (adId !== null && !/^\d{1,40}$/.test(adId))
      this.report(
        `“${adId.slice(0, 40)}” is no ad id: a spreadsheet has shortened it. Export again and import the file unopened`,
        row,
        "adId",
      );
    return {
      row,
      record,
      reported,
      ...(period ?? { from: "", to: "" }),
      campaign: this.text(record, row, "campaign"),
      adset: this.text(record, row, "adset"),
      ad: this.text(record, row, "ad"),
      adId,
      spend,
      counts: this.counts(record, row),
    };
  }

  /** What the total row says: its amount, and the period of the whole report. */
  total({ row, record }: SheetRow): Pick<Detail, "spend" | "reported"> {
    return { spend: this.spend(record, row), reported: this.reported(record, row) };
  }

  /** The first cell of a role that is not empty; cells of one role that differ are reported. */
  private text(record: readonly string[], row: number, role: Role): string | null {
    let found: string | null = null;
    for (const column of this.context.columns.at.get(role) ?? []) {
      const cell = (record[column] ?? "").replace(/\p{Cc}+/gu, " ").trim();
      if (cell === "" || cell === found) continue;
      if (found !== null)
        this.report(`“${cell.slice(0, 40)}” stands beside “${found.slice(0, 40)}”`, row, role);
      found ??= cell;
    }
    return found;
  }

  private reported(record: readonly string[], row: number): Period | null {
    const from = this.date(record, row, "starts");
    const to = this.date(record, row, "ends");
    if (from === null || to === null) return null;
    if (from > to) this.report(`${from} is after ${to}`, row, "starts");
    return { from, to };
  }

  private spend(record: readonly string[], row: number): Exact | null {
    const plain = this.number(record, row, "spend");
    return plain === null ? null : exactMinor(plain, this.context.currency);
  }

  private day(record: readonly string[], row: number, reported: Period | null): Period | null {
    const day = this.date(record, row, "day");
    if (day === null) return null;
    if (reported !== null && (day < reported.from || day > reported.to))
      this.report(`${day} lies outside the reported ${reported.from} to ${reported.to}`, row, "day");
    return { from: day, to: day };
  }

  private date(record: readonly string[], row: number, role: Role): Day | null {
    const cell = this.text(record, row, role);
    if (cell === null) return null;
    const known = this.days.get(cell);
    const day = known === undefined ? readDay(cell) : known;
    this.days.set(cell, day);
    if (day === null)
      this.report(
        `“${cell.slice(0, 40)}” is no date like 2026-11-21. Export again and import the file unopened`,
        row,
        role,
      );
    return day;
  }

  private number(record: readonly string[], row: number, role: Role): string | null {
    const cell = this.text(record, row, role);
    if (cell === null) return null;
    const read = readNumber(cell, this.context.mark);
    if (read.ok) return read.plain;
    this.report(read.reason, row, role);
    return null;
  }

  private counts(record: readonly string[], row: number): Detail["counts"] {
    const counts: Detail["counts"] = { ...NOT_REPORTED };
    for (const role of COUNTS) counts[role] = this.count(record, row, role);
    if (!this.context.columns.at.has("conversationsStarted") && this.isOfConversations(record, row))
      counts.conversationsStarted = this.count(record, row, "results");
    return counts;
  }

  /** Ads Manager's table names what its "Results" count in a word that no language changes. */
  private isOfConversations(record: readonly string[], row: number): boolean {
    return this.text(record, row, "resultIndicator")?.endsWith("messaging_conversation_started_7d") ?? false;
  }

  private count(record: readonly string[], row: number, role: Role): number | null {
    const plain = this.number(record, row, role);
    if (plain === null) return null;
    if (!Number.isInteger(Number(plain))) this.report(`“${plain}” is no whole number`, row, role);
    return Number(plain);
  }

  private report(reason: string, row: number, role: Role): void {
    const { columns, problems } = this.context;
    const [column] = columns.at.get(role) ?? [];
    problems.add(`${reason}.`, row, column === undefined ? null : (columns.headings[column] ?? null));
  }
}
