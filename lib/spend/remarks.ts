import { majorText } from "#lib/domain/amount.ts";
import { type Exact, exactMinor, roundMinor } from "#lib/domain/money.ts";
import type { Columns } from "./columns.ts";
import type { Detail } from "./detail.ts";
import type { Dimensions } from "./dimensions.ts";
import { type DecimalMark, readNumber } from "./numbers.ts";
import { keyOf } from "./overlap.ts";

interface Context {
  columns: Columns;
  dimensions: Dimensions;
  mark: DecimalMark;
  currency: string;
}

/** What somebody should know of a file that is not refused, in sentences. */
export function remarksOn(details: readonly Detail[], context: Context): string[] {
  return [
    unreported(details),
    unnamedAds(details, context.dimensions),
    sharedNames(details, context.dimensions),
    ranges(details),
    wrongCosts(details, context),
  ].filter((remark) => remark !== null);
}

function unreported(details: readonly Detail[]): string | null {
  const rows = details.filter(({ spend }) => spend === null);
  if (rows.length === 0) return null;
  return `${counted(rows.length, "row reports", "rows report")} no amount spent; they are left out, not counted as 0.`;
}

/** The page shows the ad's id, so that only an id links a conversation to its ad by itself. */
const unnamedAds = (details: readonly Detail[], { level }: Dimensions): string | null =>
  level === "ad" && details.some(({ adId }) => adId === null)
    ? "There is no ad id: add the column “Ad ID”, so that conversations find their ad by themselves."
    : null;

function sharedNames(details: readonly Detail[], { level, breakdowns }: Dimensions): string | null {
  if (level === "account" || breakdowns.length > 0) return null;
  const nameless = details.filter(({ adId }) => adId === null);
  const shared = nameless.length - new Set(nameless.map(keyOf)).size;
  if (shared === 0) return null;
  return `${counted(shared, "row has", "rows have")} the same names and days as another; what they spent is added together.`;
}

function ranges(details: readonly Detail[]): string | null {
  const range = details.find(({ from, to }) => from !== to);
  return range
    ? `There is no breakdown by day: ${range.from} to ${range.to} is kept as one range, and a report of a part of it takes its share of the days.`
    : null;
}

/** In real exports the amount / conversations started is the cost beside it; where not, cells were moved or edited. */
function wrongCosts(details: readonly Detail[], { columns, mark, currency }: Context): string | null {
  const [column] = columns.at.get("costPerConversation") ?? [];
  if (column === undefined) return null;
  const wrong = details.filter(({ record, spend, counts }) => {
    const cell = readNumber((record[column] ?? "").trim(), mark);
    const started = counts.conversationsStarted;
    if (spend === null || started === null || !cell.ok) return false;
    const rounding = 1 + started / 2;
    return exactMinor(cell.plain, currency).times(started).minus(spend).abs().gt(rounding);
  });
  const [first] = wrong;
  return first
    ? `In ${counted(wrong.length, "row", "rows")} (the first is row ${first.row}) the cost per conversation is not the amount divided by the conversations.`
    : null;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Whether details add up to the total row, to less than one minor unit; the remark names both. */
export function reconcile(
  sum: Exact,
  total: Exact,
  currency: string,
): { reconciles: true } | { reconciles: false; remark: string } {
  if (sum.minus(total).abs().lt(1)) return { reconciles: true };
  const [rows, whole] = [sum, total].map((exact) => majorText(roundMinor(exact), currency));
  return {
    reconciles: false,
    remark: `The rows add up to ${rows} ${currency}, the file's own total row says ${whole}: the file was cut or edited.`,
  };
}
