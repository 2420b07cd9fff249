import { z } from "zod";
import { RungError } from "#lib/errors.ts";
import { choose } from "#lib/store/chosen.ts";
import { listPairings, removePairing } from "#lib/store/pairing.ts";
import { leave, lookAtPairing, pair } from "#lib/sync/pair.ts";
import { serverAddress } from "#lib/sync/server-address.ts";
import type { Background } from "./background.ts";
import { linkState } from "./link-state.ts";
import { on, outcome, ownPage } from "./on.ts";
import { CodeQuery, PairQuery } from "./shapes.ts";

const UnpairQuery = z.strictObject({ workspace: z.uuid() });
/** For so long an answer to a pairing may have been lost on its way to the page. */
const JUST_NOW_MS = 60_000;

/** Pairing with teams' servers, one workspace each, and leaving them. */
export function answerPairing({ store, sync, tell, wake }: Background): void {
  const changed = () => {
    tell({ threads: [], settings: true });
    void wake({ urgent: true });
  };
  /** Asked again because the answer was lost: the code is used up, and did its work. */
  const wasPaired = async (server: string) =>
    (await listPairings(store)).some(
      (one) => one.server === serverAddress(server) && store.now() - one.pairedAt < JUST_NOW_MS,
    );

  on("lookAtPairing", ownPage, CodeQuery, (query) => outcome(() => lookAtPairing(store, sync.wire, query)));

  on("pair", ownPage, PairQuery, (query) =>
    outcome(async () => {
      try {
        const { id } = await pair(store, sync.wire, query);
        await choose(store, id);
      } catch (error) {
        if (!(error instanceof RungError) || !(await wasPaired(query.server))) throw error;
      }
      changed();
      return linkState(store);
    }),
  );

  on("unpair", ownPage, UnpairQuery, async ({ workspace }) => {
    const pairing = await store.db.pairings.get(workspace);
    if (pairing) {
      await leave(sync.wire, pairing);
      await removePairing(store, pairing.id);
    }
    changed();
    return linkState(store);
  });
}
