import { ScorecardAnswer } from "#lib/contract.ts";
import type { Day } from "#lib/domain/day.ts";
import type { Grouping } from "#lib/domain/scorecard-query.ts";
import type { PairingRow } from "#lib/store/database.ts";
import type { Store } from "#lib/store/store.ts";
import { ask } from "./ask.ts";
import type { Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";

/** The ladder as the workspace's server computes it. Throws RungError. */
export const scorecardThere = (
  store: Store,
  wire: Wire,
  pairing: PairingRow,
  { from, to, by }: { from: Day; to: Day; by: Grouping },
): Promise<ScorecardAnswer> =>
  ask(store, wire, pairing, {
    path: `${PATHS.scorecard}?${new URLSearchParams({ from, to, by })}`,
    answer: ScorecardAnswer,
  });
