import type { Change, Changes } from "#lib/contract.ts";
import type { Thread } from "#lib/domain/thread.ts";
import { LOG_TABLES, refold } from "./append.ts";
import { type EventRow, eventRow, type PairingRow } from "./database.ts";
import { forgetThreads, threadsToForget } from "./forget.ts";
import { deviceId } from "./kept.ts";
import { pairingOf } from "./page.ts";
import { enqueue, keepMe } from "./pairing.ts";
import type { Store } from "./store.ts";
import { keepWorkspaceSettings } from "./workspace-settings.ts";

/** What a page of the feed changed here. */
export interface Applied {
  /** Keys of the threads. */
  threads: string[];
  settings: boolean;
}

/**
 * Applies a page of a workspace's feed in one transaction, with the cursor after it: killed anywhere, the same page
 * comes again. An event that is here already takes the form that the server stored.
 */
export async function applyChanges(
  store: Store,
  { id, cursor }: PairingRow,
  page: Changes,
): Promise<Applied> {
  const { db } = store;
  const forgotten = page.erased ? await threadsToForget(store, page.erased) : [];
  return db.transaction("rw", LOG_TABLES, async () => {
    if (page.restarted) await offerAgain(store, id);
    if (page.me) await keepMe(store, id, page.me);
    if (page.settings) await keepWorkspaceSettings(store, id, page.settings);
    const pairing = await db.pairings.get(id);
    if (!pairing) return { threads: [], settings: false };
    await forgetThreads(store, forgotten);
    // What a Page that another workspace has went through here is not this log's to say.
    const pairings = await db.pairings.toArray();
    const rows = page.changes
      .map((change) => rowOf(change, id))
      .filter(({ asset }) => (pairingOf(pairings, asset) ?? pairing).id === id);
    await db.events.bulkPut(rows);
    await letGo(store, rows);
    const touched = new Map<string, Thread>(rows.map((row) => [row.thread, row.event.thread]));
    for (const thread of touched.values()) await refold(store, thread);
    // Whoever set the cursor back meanwhile wants to read anew.
    const isStill = pairing.cursor === cursor;
    await db.pairings.update(id, {
      cursor: isStill ? page.cursor : pairing.cursor,
      reading: progress(pairing, page),
    });
    return {
      threads: [...forgotten, ...touched.keys()],
      settings: page.me !== null || page.settings !== null,
    };
  });
}

function rowOf({ event, member, receivedAt, flagged }: Change, workspace: string): EventRow {
  return eventRow({ ...event, member, receivedAt, ...(flagged && { flagged }) }, workspace);
}

/** The server holds them: they neither wait any more nor stand refused. */
async function letGo(store: Store, rows: readonly EventRow[]): Promise<void> {
  const device = await deviceId(store);
  const own = rows.filter(({ event }) => event.device === device).map((row) => row.id);
  await store.db.outbox.bulkDelete(own);
  await store.db.refused.bulkDelete(own);
}

/** The server may have come back from a backup that is older than what it had acknowledged. */
async function offerAgain(store: Store, workspace: string): Promise<void> {
  const device = await deviceId(store);
  await store.db.events
    .filter((row) => row.workspace === workspace && row.event.device === device)
    .modify({ workspace: null });
  const pairing = await store.db.pairings.get(workspace);
  if (pairing) await enqueue(store, pairing);
}

/** How far the first reading has come; null once it is done. */
function progress({ reading }: PairingRow, { changes, total, more }: Changes): PairingRow["reading"] {
  if (!more) return null;
  const before = total === null ? reading : { done: 0, total };
  return before && { done: before.done + changes.length, total: before.total };
}
