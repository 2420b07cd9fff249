import { type Mark, markOf } from "#lib/domain/mark.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import { pairingOf } from "./page.ts";
import { listPairings } from "./pairing.ts";
import type { Store } from "./store.ts";
import { teamOf } from "./team.ts";

/** What the list shows of the latest conversation of each thread, by thread key; nothing for one that is not known. */
export async function marks(store: Store, threads: readonly Thread[]): Promise<Record<string, Mark>> {
  const pairings = await listPairings(store);
  const states = await store.db.states.bulkGet(threads.map(threadKey));
  return Object.fromEntries(
    states.flatMap((state) => {
      const latest = state?.conversations.at(-1);
      if (!state || !latest) return [];
      const team = teamOf(pairingOf(pairings, state.asset));
      return [[state.thread, markOf(latest, team.colleagues.length > 0 ? team : null)]];
    }),
  );
}
