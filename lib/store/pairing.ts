import type { Me } from "#lib/contract.ts";
import { LOG_TABLES } from "./append.ts";
import type { EventRow, PairingRow } from "./database.ts";
import { deviceId } from "./kept.ts";
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

/** How many events a pairing would upload: those of the Pages that its workspace counts. */
export async function countUploads(
  store: Store,
  workspace: string,
  assets: readonly string[],
): Promise<number> {
  return store.db.transaction(
    "rw",
    LOG_TABLES,
    async () => (await toUpload(store, workspace, assets)).length,
  );
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
    await store.db.pairings.put(row);
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

const countedAssets = ({ pages }: Pick<Me, "pages">): string[] =>
  pages.filter(({ counted }) => counted).map(({ asset }) => asset);

/** Keeps what the workspace says of itself; a Page that it counts from now on brings what was collected for it. */
export async function keepMe(store: Store, id: string, me: Me): Promise<void> {
  await store.db.transaction("rw", LOG_TABLES, async () => {
    const held = await store.db.pairings.get(id);
    if (!held) return;
    const row = { ...held, ...me };
    await store.db.pairings.put(row);
    const before = countedAssets(held);
    if (countedAssets(me).some((asset) => !before.includes(asset))) await enqueue(store, row);
  });
}

/** Puts into the outbox what a workspace has not acknowledged. Inside a transaction over `LOG_TABLES`. */
export async function enqueue(store: Store, pairing: PairingRow): Promise<void> {
  const counted = countedAssets(pairing);
  const rows = await toUpload(store, pairing.id, counted);
  const queued = new Set(await store.db.outbox.where("asset").anyOf(counted).primaryKeys());
  await store.db.outbox.bulkAdd(
    rows
      .filter((row) => !queued.has(row.id))
      .map((row) => ({ id: row.id, thread: row.thread, asset: row.asset, frozen: true, offset: null })),
  );
}

/** Forgets a pairing and its token. Its Pages stay as it had them, so that local tagging goes on. */
export async function removePairing({ db }: Store, id: string): Promise<void> {
  await db.transaction("rw", ["pairings", "pages", "cards"], async () => {
    const pairing = await db.pairings.get(id);
    if (!pairing) return;
    await db.pages.bulkPut(pairing.pages);
    await db.pairings.delete(id);
    await db.cards.clear();
  });
}
