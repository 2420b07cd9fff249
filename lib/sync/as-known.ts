import { AsKnownLine, type ScorecardAnswer } from "#lib/contract.ts";
import type { Day } from "#lib/domain/day.ts";
import type { Grouping } from "#lib/domain/scorecard-query.ts";
import { RungError } from "#lib/errors.ts";
import type { PairingRow } from "#lib/store/database.ts";
import type { Store } from "#lib/store/store.ts";
import { asError, keepLink } from "./ask.ts";
import { exchangeLines, type Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";

/** A report as it was known on a past day: while the server reads its log, when it is there, or why it is not. */
export type AsKnown =
  | { state: "reading"; done: number; of: number | null }
  | { state: "ready"; card: ScorecardAnswer }
  | { state: "failed"; sentence: string };

/**
 * The ladder as the workspace's server knew it when a day ended. Throws RungError.
 * @param progress hears how many of the threads were read
 */
export async function asKnownThere(
  { store, wire, pairing }: { store: Store; wire: Wire; pairing: PairingRow },
  { from, to, by, on }: { from: Day; to: Day; by: Grouping; on: Day },
  progress: (done: number, of: number) => void,
): Promise<ScorecardAnswer> {
  const { server, token } = pairing;
  let last: AsKnownLine | null = null;
  const path = `${PATHS.asKnown}?${new URLSearchParams({ from, to, by, on })}`;
  const answer = await exchangeLines(wire, { server, token, path, answer: AsKnownLine }, (line) => {
    last = line;
    if (line.kind === "progress") progress(line.done, line.of);
  });
  if (!wire.signal.aborted) await keepLink(store, pairing, answer);
  if (!answer.ok) throw asError(answer);
  return cardOf(last);
}

function cardOf(last: AsKnownLine | null): ScorecardAnswer {
  if (last?.kind === "card") return last.card;
  if (last?.kind === "failed") throw new RungError(last.code, last.message);
  throw new RungError("cut_off", "The server's answer broke off: try again.");
}
