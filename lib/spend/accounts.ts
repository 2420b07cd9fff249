import type { Columns } from "./columns.ts";
import type { ProblemList } from "./problem.ts";
import type { SheetRow } from "./table.ts";

/** Ad accounts differ in time zone and currency, so that one file is of one. */
export function reportAccounts(
  { at, headings }: Columns,
  details: readonly SheetRow[],
  problems: ProblemList,
): void {
  const [column] = at.get("accountId") ?? at.get("account") ?? [];
  if (column === undefined) return;
  const seen = new Set<string>();
  for (const { record, row } of details) {
    const account = (record[column] ?? "").trim();
    if (account !== "") seen.add(account);
    if (seen.size < 2) continue;
    problems.add(
      "A second ad account begins here. Export one ad account at a time.",
      row,
      headings[column] ?? null,
    );
    return;
  }
}
