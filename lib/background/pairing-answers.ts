import { RungError } from "#lib/errors.ts";
import { listPairings, removePairing } from "#lib/store/pairing.ts";
import { leave, lookAtPairing, pair } from "#lib/sync/pair.ts";
import { serverAddress } from "#lib/sync/server-address.ts";
import type { Background } from "./background.ts";
import { linkState } from "./link-state.ts";
import { livePairings } from "./may-answer-page.ts";
import { on, outcome, ownPage } from "./on.ts";
import { CodeQuery, nothing, PairQuery } from "./shapes.ts";

/** Pairing with a team's server, and leaving it. */
export function answerPairing({ store, sync, tell, wake }: Background): void {
  const changed = () => {
    tell({ threads: [], settings: true });
    void wake({ urgent: true });
  };

  on("lookAtPairing", ownPage, CodeQuery, (query) => outcome(() => lookAtPairing(store, sync.wire, query)));

  on("pair", ownPage, PairQuery, (query) =>
    outcome(async () => {
      const [paired] = await livePairings(store);
      // Asked again because the answer was lost: the code is used up, and did its work.
      if (paired?.server === serverAddress(query.server)) return linkState(store);
      if (paired)
        throw new RungError(
          "already_paired",
          `This browser is paired with ${paired.workspace.name}. Unpair it first.`,
        );
      await pair(store, sync.wire, query);
      changed();
      return linkState(store);
    }),
  );

  on("unpair", ownPage, nothing, async () => {
    for (const pairing of await listPairings(store)) {
      await leave(sync.wire, pairing);
      await removePairing(store, pairing.id);
    }
    changed();
    return linkState(store);
  });
}
