import { pull } from "#lib/sync/pull.ts";
import type { Sync } from "#lib/sync/push.ts";
import { livePairings } from "./may-answer-page.ts";

/** For how long after an inbox was last heard of its workspaces are followed. */
const PATIENCE_MS = 60_000;
/** For how long a server may keep its answer back, seconds. */
const WAIT = 25;
/** How often a link that is down is looked at: whatever else is sent may come through before the feed's own next try. */
const LOOK_MS = 1_000;

export interface Following {
  sync: Sync;
  pause: (ms: number) => Promise<void>;
}

/** Follows the feed of every workspace while an inbox is open; each time one is heard of, call what this gives. */
export function startFollowing({ sync, pause }: Following): () => Promise<void> {
  const { store, wire } = sync;
  const followed = new Set<string>();
  let until = 0;

  const follow = async (id: string) => {
    while (store.now() < until && !wire.signal.aborted) {
      const pairing = await store.db.pairings.get(id);
      if (!pairing || pairing.revokedAt !== null) return;
      const away = pairing.retryAt - store.now();
      if (away > 0) await pause(Math.min(away, LOOK_MS));
      else await pull(sync, id, { wait: WAIT });
    }
  };

  return async () => {
    until = store.now() + PATIENCE_MS;
    for (const { id } of await livePairings(store)) {
      if (followed.has(id)) continue;
      followed.add(id);
      void follow(id).finally(() => followed.delete(id));
    }
  };
}
