import type { ScorecardAnswer } from "#lib/contract.ts";
import { formatMinor } from "#lib/domain/amount.ts";
import type { Figure } from "#lib/domain/figure.ts";
import { type Rung, RUNG_NAMES, RUNGS } from "#lib/domain/ladder.ts";
import type { Slice } from "#lib/domain/scorecard-slice.ts";

const RATES = new Set<Rung>(["replyRate", "qualificationRate", "handoffRate", "closeRate"]);
/** Only costs have an attributed side of their own: what was paid for. */
const isCost = (rung: Rung): boolean => !RATES.has(rung) && rung !== "revenuePerConversation";

/** The ladder as a table for a terminal: a line a rung, then a line a campaign. */
export function ladderTable({ total, groups, currency }: ScorecardAnswer): string {
  const words = (rung: Rung, figure: Figure): string => {
    const one = (value: number | null) => {
      if (value === null) return "no data";
      return RATES.has(rung) || currency === null
        ? `${(value * 100).toFixed(1)} %`
        : formatMinor(value, currency, "en");
    };
    return figure.low === null || figure.high === null
      ? one(figure.value)
      : `${one(figure.value)} (${one(figure.low)} to ${one(figure.high)})`;
  };
  const basis = total.ladder.headline;
  const rungs = RUNGS.map((rung) => {
    const figure = total.ladder.rungs[rung][isCost(rung) ? basis : "blended"];
    return [RUNG_NAMES[rung], words(rung, figure), figure.state.replace("_", " ")];
  });
  const campaigns = groups.map(({ label, tally, ladder }: Slice) => [
    label,
    `${tally.started} started, ${tally.qualified} qualified, ${tally.customers} bought`,
    `per qualified ${words("costPerQualified", ladder.rungs.costPerQualified[basis])}`,
  ]);
  return [`Costs are ${basis}.`, ...columns(rungs), "", ...columns(campaigns)].join("\n");
}

function columns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("   ")
      .trimEnd(),
  );
}
