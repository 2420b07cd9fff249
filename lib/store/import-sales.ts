import type { SalesAnswer } from "#lib/contract.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import type { KnownThread, SaleRow } from "#lib/domain/sale-row.ts";
import type { SalesPlan } from "#lib/domain/sales-ledger.ts";
import type { Thread } from "#lib/domain/thread.ts";
import { draftsOf, planSalesFile } from "#lib/sales/plan-sales-file.ts";
import { readSalesFile } from "#lib/sales/read-sales-file.ts";
import { salesAnswer } from "#lib/sales/sales-answer.ts";
import { readSettings } from "./kept.ts";
import { pageState } from "./page.ts";
import { record } from "./record.ts";
import type { Store } from "./store.ts";

/** What an import of this list would do; nothing is stored. Throws SalesFileError. */
export async function checkSales(store: Store, csv: string): Promise<SalesAnswer> {
  const { rows, plan } = await planFile(store, csv);
  return salesAnswer(rows, plan);
}

/**
 * Records the sales of a list as events of their conversations, all of them or none; the same list again changes
 * nothing. Throws SalesFileError.
 * @returns what was done, and the threads that it touched
 */
export async function importSales(
  store: Store,
  csv: string,
): Promise<{ answer: SalesAnswer; threads: Thread[] }> {
  const { rows, plan, timeZone } = await planFile(store, csv);
  const threads = await record(store, draftsOf(plan, timeZone, store.now()));
  return { answer: salesAnswer(rows, plan), threads };
}

async function planFile(
  store: Store,
  csv: string,
): Promise<{ rows: SaleRow[]; plan: SalesPlan; timeZone: string }> {
  const timeZone = (await readSettings(store)).timeZone ?? store.timeZone;
  const rows = readSalesFile(csv, store.now());
  const plan = await planSalesFile(rows, {
    threads: await countedThreads(store),
    findEvents: (ids) => findEvents(store, ids),
    timeZone,
  });
  return { rows, plan, timeZone };
}

async function countedThreads(store: Store): Promise<KnownThread[]> {
  const states = await store.db.states.toArray();
  const counted = new Set<string>();
  for (const asset of new Set(states.map((state) => state.asset)))
    if ((await pageState(store, asset)) === "counted") counted.add(asset);
  return states
    .filter(({ asset }) => counted.has(asset))
    .map(({ of, conversations }) => ({ thread: of, conversations }));
}

/** Refused events too: what a server did not take does not stand, and is not written again. */
async function findEvents({ db }: Store, ids: readonly string[]): Promise<Map<string, StoredEvent>> {
  const rows = [...(await db.events.bulkGet([...ids])), ...(await db.refused.bulkGet([...ids]))];
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.event]] : [])));
}
