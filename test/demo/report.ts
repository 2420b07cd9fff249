import type { ScorecardAnswer } from "#lib/contract.ts";
import { type Clicked, countClicked } from "./clicked.ts";
import { CAST } from "./cast.ts";
import type { Sent } from "./morning.ts";

/** What `--report` writes: figures of the server's answer, and what went over the wire. */
export interface DemoReport extends Clicked, Sent {
  costPerMessageMinor: number | null;
  costPerQualifiedMinor: number | null;
  costPerQualifiedBlendedMinor: number | null;
  eventsStored: number;
  browser: string;
  seconds: number;
}

/** The figures as the server answers them. */
export function reportOf(
  { total, currency }: ScorecardAnswer,
  rest: Sent & Pick<DemoReport, "eventsStored" | "browser" | "seconds">,
): DemoReport {
  const { tally, attributed, ladder, spendMinor, revenueMinor } = total;
  return {
    conversations: tally.started,
    attributed: attributed.started,
    tagged: tally.tagged,
    qualified: tally.qualified,
    qualifiedAttributed: attributed.qualified,
    handedOff: tally.handedOff,
    converted: tally.customers,
    spendMinor: spendMinor ?? 0,
    revenueMinor: revenueMinor ?? 0,
    currency: currency ?? "",
    costPerMessageMinor: ladder.rungs.costPerMessage.attributed.value,
    costPerQualifiedMinor: ladder.rungs.costPerQualified.attributed.value,
    costPerQualifiedBlendedMinor: ladder.rungs.costPerQualified.blended.value,
    ...rest,
  };
}

/** Where the server's answer differs from what was clicked, in sentences; empty when it does not. */
export function differences(report: DemoReport): string[] {
  const clicked = countClicked(CAST);
  const expected: Partial<DemoReport> = {
    ...clicked,
    costPerMessageMinor: Math.round(clicked.spendMinor / clicked.attributed),
    costPerQualifiedMinor: Math.round(clicked.spendMinor / clicked.qualifiedAttributed),
    costPerQualifiedBlendedMinor: Math.round(clicked.spendMinor / clicked.qualified),
    eventsSent: report.eventsStored,
  };
  const wrong = Object.entries(expected).flatMap(([name, wanted]) => {
    const got = report[name as keyof DemoReport];
    return got === wanted ? [] : [`${name}: clicked ${wanted}, the server says ${got}`];
  });
  return report.offlineEvents > 0
    ? wrong
    : [...wrong, "offlineEvents: nothing was recorded while the network was away"];
}
