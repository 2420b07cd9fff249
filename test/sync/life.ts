import type { Sync } from "#lib/sync/push.ts";
import { type Device, device } from "#test/store/device.ts";
import { mortal } from "./mortal.ts";
import { Killed, type TeamServer } from "./team-server.ts";

/** One life of the background: it may be killed at any write, and knows nothing of the lives before it. */
export interface Life {
  here: Device;
  sync: Sync;
  changed: string[][];
  isDead: () => boolean;
  /** Lets this many writes pass, then kills the worker inside the transaction of the next. */
  killAfter: (writes: number) => void;
  kill: () => void;
}

export function life(before: Device, server: TeamServer): Life {
  const here = device(before.disk, before.clock);
  let left = Number.POSITIVE_INFINITY;
  const changed: string[][] = [];
  const queues = new Map<string, Promise<unknown>>();
  const isDead = () => left < 0;
  here.db.use(
    mortal(() => {
      left -= 1;
      if (isDead()) throw new Killed();
    }),
  );
  const kill = () => {
    left = -1;
  };
  const sync: Sync = {
    store: here,
    wire: {
      fetch: (...asked) => {
        server.onKill = kill;
        return server.fetch(...asked);
      },
      now: here.now,
      signal: new AbortController().signal,
    },
    chance: () => 0.5,
    lock: (name, work) => {
      const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
      queues.set(name, turn);
      return turn;
    },
    changed: ({ threads }) => changed.push(threads),
  };
  return {
    here,
    sync,
    changed,
    isDead,
    killAfter: (writes) => {
      left = writes;
    },
    kill,
  };
}
