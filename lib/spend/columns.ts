import { isCurrency } from "#lib/domain/currency.ts";
import { BREAKDOWNS, type Breakdown, currencyIn, IDS, NAMES, type Role, roleOf } from "./headings.ts";
import type { ProblemList } from "./problem.ts";
import type { SheetRow } from "./table.ts";

/** The columns of a file by what they say. A role may stand twice: Meta repeats "Campaign name" in some reports. */
export interface Columns {
  headings: readonly string[];
  at: ReadonlyMap<Role, readonly number[]>;
  breakdowns: { column: number; name: Breakdown }[];
  /** Columns whose cells say what a row is about; a total row has none of them filled. */
  dimensions: readonly number[];
}

/** Sorts the columns, and reports what no file may lack. */
export function sortColumns(headings: readonly string[], problems: ProblemList): Columns {
  const at = new Map<Role, number[]>();
  for (const [column, heading] of headings.entries()) {
    const role = roleOf(heading);
    if (role !== null) at.set(role, [...(at.get(role) ?? []), column]);
  }
  const found = `Headings found: ${inList(headings)}.`;
  if (!at.has("spend"))
    problems.add(`No column “Amount spent” was found. Add it to the report and export again. ${found}`, 1);
  else if (!at.has("day") && !(at.has("starts") && at.has("ends")))
    problems.add(
      `No dates were found: neither “Day” nor “Reporting starts” and “Reporting ends”. ${found}`,
      1,
    );
  const breakdowns = BREAKDOWNS.flatMap((name) => (at.get(name) ?? []).map((column) => ({ column, name })));
  const columnsOf = (roles: readonly Role[]) => roles.flatMap((role) => at.get(role) ?? []);
  const finer = [...columnsOf([...NAMES, ...IDS, "day"]), ...breakdowns.map(({ column }) => column)];
  const dimensions = finer.length > 0 ? finer : columnsOf(["account", "accountId"]);
  return { headings, at, breakdowns, dimensions };
}

const inList = (headings: readonly string[]): string => {
  const shown = headings.slice(0, 30).map((heading) => `“${heading.slice(0, 60)}”`);
  return shown.join(", ") + (headings.length > 30 ? ` and ${headings.length - 30} more` : "");
};

/**
 * The one currency of a file: from the heading of the amount and a column of its own, else from the other headings.
 * Null where nothing names one, which is a problem once there are amounts.
 */
export function findCurrency(
  { headings, at }: Columns,
  rows: readonly SheetRow[],
  problems: ProblemList,
): string | null {
  const inHeading = (at.get("spend") ?? []).flatMap((column) => currencyIn(headings[column] ?? "") ?? []);
  const inCells = (at.get("currency") ?? []).flatMap((column) =>
    rows.map(({ record }) => record[column]?.trim() ?? "").filter((cell) => cell !== ""),
  );
  const named = new Set([...inHeading, ...inCells]);
  const codes = named.size > 0 ? named : new Set(headings.map(currencyIn).filter((code) => code !== null));
  const [currency, other] = codes;
  if (other !== undefined)
    problems.add(
      `Several currencies in one file: ${[...codes].slice(0, 5).join(", ")}. Export one ad account at a time.`,
    );
  else if (currency !== undefined && !isCurrency(currency))
    problems.add(`“${currency.slice(0, 20)}” is no currency.`, 1);
  else if (currency === undefined && rows.length > 0)
    problems.add("No heading names the currency, as “Amount spent (USD)” does. Export the report again.", 1);
  else return currency ?? null;
  return null;
}
