import { randomBytes } from "node:crypto";
import type { Role } from "#lib/contract.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { pair } from "#lib/sync/pair.ts";
import type { Sync } from "#lib/sync/push.ts";
import { makePairing } from "#server/members/make-pairing.ts";
import { device } from "#test/store/device.ts";
import type { TestServer } from "#test/support/server.ts";

/** A browser's background without the browser, paired with a real server. */
export interface PairedDevice {
  sync: Sync;
  pairing: () => Promise<PairingRow>;
  workspace: string;
}

/** @param signal ends its requests */
export async function pairDevice(
  server: TestServer,
  role: Role,
  { name = role, now = Date.now(), signal }: { name?: string; now?: number; signal: AbortSignal },
): Promise<PairedDevice> {
  const store = { ...device(undefined, { now }), random: (bytes: number) => randomBytes(bytes) };
  const queues = new Map<string, Promise<unknown>>();
  const sync: Sync = {
    store,
    wire: { fetch: (...asked) => fetch(...asked), now: store.now, signal },
    chance: () => 0.5,
    lock: (lock, work) => {
      const turn = (queues.get(lock) ?? Promise.resolve()).then(work, work);
      queues.set(lock, turn);
      return turn;
    },
    changed: () => {},
  };
  const { db, workspace } = server;
  const ctx = { db, workspace, member: null, role: "admin", now } as const;
  const { code } = await makePairing({ ctx, input: { name, role } });
  await pair(store, sync.wire, { server: server.url, code, deviceName: name });
  const pairing = async () => {
    const row = await store.db.pairings.get(workspace);
    if (!row) throw new Error(`${name} is not paired.`);
    return row;
  };
  return { sync, pairing, workspace };
}
