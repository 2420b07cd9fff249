import type { Me } from "#lib/contract.ts";
import { LOG_TABLES } from "./append.ts";
import type { EventRow, PairingRow } from "./database.ts";
import { deviceId } from "./kept.ts";
import { assetsOf, pairingOf } from "./page.ts";
import type { Store } from "./store.ts";

/** Pairings in the order of their workspaces' ids. The token among them stays in the background. */
export const listPairings = ({ db }: Store): Promise<PairingRow[]> => db.pairings.orderBy("id").toArray();

/** This device's own events of these Pages that a workspace has not acknowledged. */
async function toUpload(store: Store, workspace: string, assets: readonly string[]): Promise<EventRow[]> {
  const device = await deviceId(store);
  return store.db.events
    .where("asset")
    .anyOf(assets)
    .filter((row) => row.workspace !== workspace && row.event.device === device)
    .toArray();
}

/** How many events a pairing would upload: those of the Pages that its workspace counts and no other has. */
export async function countUploads(
  store: Store,
  workspace: string,
  assets: readonly string[],
): Promise<number> {
  return store.db.transaction("rw", LOG_TABLES, async () => {
    const pairings = await store.db.pairings.toArray();
    const others = pairings.filter(({ id }) => id !== workspace);
    const free = assets.filter((asset) => pairingOf(others, asset) === null);
    return (await toUpload(store, workspace, free)).length;
  });
}

/** Keeps a pairing and puts into the outbox what was collected for its Pages; a newer token replaces an older one. */
export async function savePairing(
  store: Store,
  pairing: { server: string; token: string; expiresAt: number; me: Me },
): Promise<PairingRow> {
  const { server, token, expiresAt, me } = pairing;
  const id = me.workspace.id;
  const row: PairingRow = {
    ...me,
    id,
    server,
    pairedAt: store.now(),
    token,
    tokenUntil: expiresAt,
    sources: null,
    settings: null,
    lastSyncAt: store.now(),
    offlineSince: null,
    problem: null,
    revokedAt: null,
    failures: 0,
    retryAt: 0,
    cursor: null,
    reading: null,
  };
  await store.db.transaction("rw", LOG_TABLES, async () => {
    const before = await store.db.pairings.get(id);
    await store.db.pairings.put({ ...row, pairedAt: before?.pairedAt ?? row.pairedAt });
    await enqueue(store, row);
  });
  return row;
}

/** Keeps a new token in the place of the one that asked for it; not where the browser was paired anew meanwhile. */
export const keepToken = (
  { db }: Store,
  { id, token }: PairingRow,
  fresh: { token: string; expiresAt: number },
) =>
  db.pairings
    .where("id")
    .equals(id)
    .and((row) => row.token === token)
    .modify({ token: fresh.token, tokenUntil: fresh.expiresAt });

/** Which workspace has which Pages. Inside a transaction over `LOG_TABLES`. */
async function holdings(store: Store): Promise<Map<string, string[]>> {
  const pairings = await store.db.pairings.toArray();
  const held = pairings.map(async (one) => [one.id, await assetsOf(store, one)] as const);
  return new Map(await Promise.all(held));
}

/**
 * A Page that a workspace has from now on brings what was collected for it. Where another had it before, what was
 * skipped of this one's log is read anew.
 */
async function bringGains(store: Store, before: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const known = new Set([...before.values()].flat());
  for (const [id, assets] of await holdings(store)) {
    const gained = assets.filter((asset) => !before.get(id)?.includes(asset));
    const pairing = await store.db.pairings.get(id);
    if (gained.length === 0 || !pairing) continue;
    if (gained.some((asset) => known.has(asset))) await store.db.pairings.update(id, { cursor: null });
    await enqueue(store, pairing);
  }
}

/** Keeps what the workspace says of itself. */
export async function keepMe(store: Store, id: string, me: Me): Promise<void> {
  await store.db.transaction("rw", LOG_TABLES, async () => {
    const held = await store.db.pairings.get(id);
    if (!held) return;
    const before = await holdings(store);
    await store.db.pairings.put({ ...held, ...me });
    await bringGains(store, before);
  });
}

/** Puts into the outbox what a workspace has not acknowledged. Inside a transaction over `LOG_TABLES`. */
export async function enqueue(store: Store, pairing: PairingRow): Promise<void> {
  const counted = await assetsOf(store, pairing);
  const rows = await toUpload(store, pairing.id, counted);
  const queued = new Set(await store.db.outbox.where("asset").anyOf(counted).primaryKeys());
  await store.db.outbox.bulkAdd(
    rows
      .filter((row) => !queued.has(row.id))
      .map((row) => ({ id: row.id, thread: row.thread, asset: row.asset, frozen: true, offset: null })),
  );
}

/**
 * Forgets a pairing and its token. Its Pages stay as it had them, so that local tagging goes on; one that another
 * workspace counts too is that one's from now on, which reads its own log anew.
 */
export async function removePairing(store: Store, id: string): Promise<void> {
  const { db } = store;
  await db.transaction("rw", [...LOG_TABLES, "cards"], async () => {
    const pairing = await db.pairings.get(id);
    if (!pairing) return;
    const before = await holdings(store);
    await db.pages.bulkPut(pairing.pages);
    await db.pairings.delete(id);
    await db.cards.clear();
    await bringGains(store, before);
  });
}
