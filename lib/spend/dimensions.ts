import type { Columns } from "./columns.ts";
import { type Breakdown, IDS, NAMES } from "./headings.ts";
import type { ProblemList } from "./problem.ts";
import type { SheetRow } from "./table.ts";

export type Level = "account" | "campaign" | "adset" | "ad";

/** What the rows of a file are told apart by; columns without a word in them do not count. */
export interface Dimensions {
  level: Level;
  hasDay: boolean;
  breakdowns: { column: number; name: Breakdown }[];
}

/** How a pivot table writes a sum over all values of a column, in the six languages. */
const ALL = /^(?:all|todos|todas|alle|tous|toutes|tutti|tutte)$/i;

/** Finds what tells the rows apart, and reports rows that sum up others: counting both would double the spend. */
export function findDimensions(
  columns: Columns,
  details: readonly SheetRow[],
  problems: ProblemList,
): Dimensions {
  const cellsOf = (column: number) => details.map(({ record }) => (record[column] ?? "").trim());
  const isUsed = (column: number, heading: string): boolean => {
    const cells = cellsOf(column);
    if (details.length > 0 && cells.every((cell) => cell === "" || ALL.test(cell))) return false;
    const all = cells.findIndex((cell) => ALL.test(cell));
    const word = cells[all];
    if (word !== undefined)
      problems.add(
        `“${word}” is a sum over other rows, as a pivot table has it, and would count twice. Export the report as a plain table.`,
        details[all]?.row ?? null,
        heading,
      );
    return true;
  };
  const used = ({ column }: { column: number }) => isUsed(column, columns.headings[column] ?? "");
  const days = (columns.at.get("day") ?? []).filter((column) => used({ column }));
  const breakdowns = columns.breakdowns.filter(used);
  const isPivot = problems.found.length > 0;
  const gaps = (mine: readonly number[]) => {
    if (!isPivot) reportGaps(mine, columns, details, problems);
  };
  if (days.length > 0) gaps(days);
  return { level: levelOf(columns, details, gaps), hasDay: days.length > 0, breakdowns };
}

/** The finest thing that has a name or an id; `gaps` is told the columns of each. */
function levelOf(
  columns: Columns,
  details: readonly SheetRow[],
  gaps: (mine: readonly number[]) => void,
): Level {
  let level: Level = "account";
  for (const [index, name] of NAMES.entries()) {
    const id = IDS[index];
    const mine = [...(columns.at.get(name) ?? []), ...(id ? (columns.at.get(id) ?? []) : [])];
    const isNamed = details.some(({ record }) => mine.some((column) => (record[column] ?? "").trim() !== ""));
    if (mine.length === 0 || (details.length > 0 && !isNamed)) continue;
    level = name;
    gaps(mine);
  }
  return level;
}

/** Rows that leave empty what other rows name. */
function reportGaps(
  mine: readonly number[],
  { headings }: Columns,
  details: readonly SheetRow[],
  problems: ProblemList,
): void {
  for (const { record, row } of details)
    if (mine.every((column) => (record[column] ?? "").trim() === ""))
      problems.add(
        "This cell is empty where other rows have a value: the row looks like a subtotal and would count twice. Export the report as a plain table.",
        row,
        headings[mine[0] ?? 0] ?? null,
      );
}
