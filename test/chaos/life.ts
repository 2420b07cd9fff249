import { randomBytes } from "node:crypto";
import { type Ground, openDatabase } from "#lib/store/database.ts";
import type { Store } from "#lib/store/store.ts";
import type { Sync } from "#lib/sync/push.ts";
import { mortal } from "#test/sync/mortal.ts";
import { Killed } from "#test/sync/team-server.ts";

/** One life of a device's background: what it did not write is lost with it. */
export interface Life {
  store: Store;
  sync: Sync;
  isDead: () => boolean;
  /** Lets this many writes pass, then dies inside the next. */
  killAfter: (writes: number) => void;
  end: () => void;
}

export function live(
  disk: Ground,
  now: () => number,
  fetch: typeof globalThis.fetch,
  chance: () => number,
): Life {
  let left = Number.POSITIVE_INFINITY;
  const over = new AbortController();
  const queues = new Map<string, Promise<unknown>>();
  const isDead = () => left < 0;
  const store: Store = { db: openDatabase("rung", disk), now, random: randomBytes, timeZone: "UTC" };
  store.db.use(
    mortal(() => {
      left -= 1;
      if (!isDead()) return;
      over.abort();
      throw new Killed();
    }),
  );
  const sync: Sync = {
    store,
    wire: { fetch, now, signal: over.signal },
    chance,
    lock: (name, work) => {
      const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
      queues.set(name, turn);
      return turn;
    },
    changed: () => {},
  };
  return {
    store,
    sync,
    isDead,
    killAfter: (writes) => {
      left = writes;
    },
    end: () => {
      left = -1;
      over.abort();
      store.db.close();
    },
  };
}
