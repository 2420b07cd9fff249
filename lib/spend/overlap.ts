import { inWords, overlaps, type Period } from "#lib/domain/spend-period.ts";
import type { Dimensions } from "./dimensions.ts";
import type { Detail } from "./detail.ts";
import type { Columns } from "./columns.ts";
import type { ProblemList } from "./problem.ts";

/** What a stored row is of: one period and one ad, or the finest that the file names. No cell holds a NUL. */
export const keyOf = ({ from, to, campaign, adset, ad, adId }: Detail): string =>
  [from, to, campaign, adset, adId, ad].join("\0");

/** Reports rows of different periods that share days: the days would count twice. */
export function reportSharedDays(details: readonly Detail[], problems: ProblemList): void {
  const periods = new Map<string, Period & { row: number }>();
  for (const { from, to, row } of details)
    if (!periods.has(`${from} ${to}`)) periods.set(`${from} ${to}`, { from, to, row });
  const sorted = [...periods.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, period] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && overlaps(period, next))
      problems.add(
        `This row covers ${inWords(next)}, and row ${period.row} covers ${inWords(period)}: their days would count twice.`,
        next.row,
      );
  }
}

/** Reports rows without a value of a breakdown beside rows of the same ad and period that have one. */
export function reportParents(
  details: readonly Detail[],
  { headings }: Columns,
  { breakdowns }: Dimensions,
  problems: ProblemList,
): void {
  for (const { column } of breakdowns) {
    const isBlank = ({ record }: Detail) => (record[column] ?? "").trim() === "";
    const blank = details.filter(isBlank);
    if (blank.length === 0) continue;
    const split = new Set(details.filter((detail) => !isBlank(detail)).map(keyOf));
    for (const detail of blank)
      if (split.has(keyOf(detail)))
        problems.add(
          "This cell is empty where other rows of the same have a value: the row looks like their sum and would count twice.",
          detail.row,
          headings[column] ?? null,
        );
  }
}

/**
 * Reports rows that are equal in every cell although an ad id tells ads apart, and rows that nothing tells apart at
 * all. Without ids two ads of one name may well have equal figures.
 */
export function reportRepeats(
  details: readonly Detail[],
  { level, breakdowns }: Dimensions,
  problems: ProblemList,
): void {
  const seen = new Map<string, number>();
  const isBare = level === "account" && breakdowns.length === 0;
  for (const detail of details) {
    if (detail.adId === null && !isBare) continue;
    const key = isBare ? keyOf(detail) : detail.record.join("\0");
    const first = seen.get(key);
    if (first === undefined) seen.set(key, detail.row);
    else if (isBare)
      problems.add(
        `Nothing tells this row from row ${first}: one of them may be the sum of the other.`,
        detail.row,
      );
    else problems.add(`This row repeats row ${first}.`, detail.row);
  }
}

const isCut = (id: string): boolean => id.length > 15 && /^0+$/.test(id.slice(15));

/** Spreadsheets keep 15 digits of a number: ids that all end in zeros from there on were cut, and several became one. */
export function reportCutIds(
  details: readonly Detail[],
  { headings, at }: Columns,
  problems: ProblemList,
): void {
  const ids = new Set(details.flatMap(({ adId }) => adId ?? []));
  if (ids.size < 2 || ![...ids].every(isCut)) return;
  const [column] = at.get("adId") ?? [];
  problems.add(
    "All ad ids end in zeros: a spreadsheet has shortened them. Export again and import the file unopened.",
    details[0]?.row ?? null,
    column === undefined ? null : (headings[column] ?? null),
  );
}
