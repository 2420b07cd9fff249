import type { ScorecardAnswer } from "#lib/contract.ts";
import { decimalsOf } from "#lib/domain/currency.ts";
import type { Figure } from "#lib/domain/figure.ts";
import { type Rung, RUNG_NAMES, RUNGS } from "#lib/domain/ladder.ts";
import type { Slice } from "#lib/domain/scorecard-slice.ts";
import type { Tally } from "#lib/domain/tally.ts";

const RATES: ReadonlySet<Rung> = new Set(["replyRate", "qualificationRate", "handoffRate", "closeRate"]);

/** The report as a person reads it in a terminal: the ladder of everything, then one line for each group. */
export function printScorecard({ query, currency, total, groups, sharedRanges }: ScorecardAnswer): string {
  const { from, to, timeZone, window, rule, minimum, by } = query;
  const words = new Words(currency);
  const head = [
    `${from} to ${to} (${timeZone}), conversion window ${window === "any" ? "any" : `${window} days`}, ${rule} touch, minimum ${minimum}`,
    `${total.tally.started} conversations started, ${total.attributed.started} from paid sources, ${total.tally.tagged} tagged, ${total.tally.immature} immature`,
    `Spend ${words.money(total.spendMinor)}, revenue ${words.money(total.revenueMinor)}, ROI ${words.rate(total.ladder.beside.roi)}; the headline is ${total.ladder.headline}`,
  ];
  const { delivery } = total;
  const beside = [
    delivery.cpm !== null && `CPM ${words.fine(delivery.cpm)}`,
    delivery.cpv !== null && `CPV ${words.fine(delivery.cpv)}`,
    delivery.clickToMessage.blended !== null &&
      `conversations per link click ${words.rate(delivery.clickToMessage.blended)}`,
    delivery.engagementRate &&
      `engagements of ${delivery.engagementRate.of} ${words.rate(delivery.engagementRate.value)}`,
  ].filter((part) => typeof part === "string");
  const ladder = table([
    ["", "attributed", "", "blended", ""],
    ...RUNGS.map((rung) => {
      const { attributed, blended } = total.ladder.rungs[rung];
      const kind = RATES.has(rung) ? "rate" : "money";
      return [
        RUNG_NAMES[rung],
        ...words.figure(attributed, kind, total.attributed),
        ...words.figure(blended, kind, total.tally),
      ];
    }),
    [
      "CPA (per purchase)",
      ...words.figure(total.ladder.beside.cpa.attributed, "money", total.attributed),
      ...words.figure(total.ladder.beside.cpa.blended, "money", total.tally),
    ],
  ]);
  const split = groups.length > 0 ? ["", `By ${by}`, table(groupRows(groups, words))] : [];
  const notes = sharedRanges.map(
    (range) =>
      `Spend of ${range.from} to ${range.to} is held without days: ${range.days} of ${range.of} days taken.`,
  );
  return [...head, ...(beside.length > 0 ? [beside.join(", ")] : []), "", ladder, ...split, ...notes].join(
    "\n",
  );
}

const groupRows = (groups: readonly Slice[], words: Words): string[][] => [
  ["", "started", "qualified", "customers", "spend", "cost per qualified", ""],
  ...groups.map(({ label, tally, spendMinor, ladder }) => [
    label,
    ...[tally.started, tally.qualified, tally.customers].map(String),
    words.money(spendMinor),
    ...words.figure(ladder.rungs.costPerQualified[ladder.headline], "money", tally),
  ]),
];

/** Figures in words, in one currency. */
class Words {
  readonly #currency: string | null;

  constructor(currency: string | null) {
    this.#currency = currency;
  }

  money(minor: number | null): string {
    if (minor === null) return "not recorded";
    const decimals = decimalsOf(this.#currency ?? "");
    const major = (minor / 10 ** decimals).toLocaleString("en", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return `${major} ${this.#currency ?? ""}`.trim();
  }

  /** Money that may be less than a minor unit, to four digits. */
  fine(minor: number): string {
    const major = minor / 10 ** decimalsOf(this.#currency ?? "");
    return `${major.toLocaleString("en", { maximumSignificantDigits: 4 })} ${this.#currency ?? ""}`.trim();
  }

  rate(value: number | null): string {
    return value === null ? "no data" : `${(value * 100).toFixed(1)} %`;
  }

  /** Two cells: the value with its interval, and what stands against believing it. */
  figure(figure: Figure, kind: "money" | "rate", { started }: Tally): [string, string] {
    const show = (value: number | null) => (kind === "money" ? this.money(value) : this.rate(value));
    const { value, low, high, state, needed } = figure;
    if (state === "no_data") return ["no data", ""];
    if (state === "none_yet")
      return [low === null ? "none yet" : `at least ${show(low)}`, `none of ${started} yet`];
    const interval = low === null || high === null ? "" : ` (${show(low)} to ${show(high)})`;
    return [show(value) + interval, state === "not_enough" ? `not enough yet, ${needed} more` : ""];
  }
}

/** Columns as wide as their widest cell, two spaces apart. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
