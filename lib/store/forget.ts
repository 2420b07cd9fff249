import type { ErasedDigests } from "#lib/contract.ts";
import { LOG_TABLES } from "./append.ts";
import type { Store } from "./store.ts";

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The keys of the threads held here whose person was erased. Call outside a transaction: what digests are made by
 * does not wait for one.
 */
export async function threadsToForget({ db }: Store, { key, digests }: ErasedDigests): Promise<string[]> {
  const wanted = new Set(digests);
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const secret = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  const found: string[] = [];
  for (const [thread, id] of await threadsHere(db)) {
    const digest = hexOf(await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode(id)));
    if (wanted.has(digest)) found.push(thread);
  }
  return found;
}

/**
 * Forgets one customer in this browser alone, in every Page and channel. What a server was sent stays there.
 * @param person the id of their thread
 * @returns the keys of their threads
 */
export async function forgetPersonHere(store: Store, person: string): Promise<string[]> {
  return store.db.transaction("rw", LOG_TABLES, async () => {
    const here = await threadsHere(store.db);
    const threads = [...here].filter(([, id]) => id === person).map(([thread]) => thread);
    await forgetThreads(store, threads);
    return threads;
  });
}

/** Every thread of which anything is held, with its id on the page. */
async function threadsHere(db: Store["db"]): Promise<Map<string, string>> {
  const threads = new Map<string, string>();
  await db.states.each(({ thread, of }) => threads.set(thread, of.id));
  await db.refused.each(({ thread, event }) => threads.set(thread, event.thread.id));
  await db.acquaintances.each(({ key, thread }) => threads.set(key, thread.id));
  await db.glimpses.each(({ key, thread }) => threads.set(key, thread.id));
  await db.asides.each(({ thread, of }) => threads.set(thread, of.id));
  return threads;
}

/** Purges everything of some threads. Inside a transaction over `LOG_TABLES`. */
export async function forgetThreads({ db }: Store, threads: readonly string[]): Promise<void> {
  await db.events.where("thread").anyOf(threads).delete();
  await db.outbox.where("thread").anyOf(threads).delete();
  await db.refused.where("thread").anyOf(threads).delete();
  await db.states.bulkDelete([...threads]);
  await db.acquaintances.bulkDelete([...threads]);
  await db.glimpses.bulkDelete([...threads]);
  await db.asides.bulkDelete([...threads]);
  await db.alerts.where("thread").anyOf(threads).delete();
}
