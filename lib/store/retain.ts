import { LOG_TABLES } from "./append.ts";
import type { PairingRow } from "./database.ts";
import { forgetThreads } from "./forget.ts";
import { clockOffset } from "./kept.ts";
import { membershipOf } from "./membership.ts";
import { assetsOf } from "./page.ts";
import type { Store } from "./store.ts";

const DAY_MS = 86_400_000;

/**
 * Forgets here whom a team forgets by age, as its server does each night: every thread in which nothing happened for so
 * long. What was not sent yet is kept until it is; the next time takes it.
 * @returns the keys of the threads
 */
export async function retain(store: Store, pairing: PairingRow): Promise<string[]> {
  const { retentionDays } = membershipOf(pairing).policy;
  if (retentionDays === null) return [];
  const { db } = store;
  const assets = new Set(await assetsOf(store, pairing));
  const before = store.now() + (await clockOffset(store)) - retentionDays * DAY_MS;
  return db.transaction("rw", LOG_TABLES, async () => {
    // None of these is later than the last event: whatever is quiet is among them.
    const candidates = await db.states.where("lastClockAt").below(before).toArray();
    const quiet: string[] = [];
    for (const { thread, asset } of candidates)
      if (assets.has(asset) && (await isQuiet(store, thread, before))) quiet.push(thread);
    await forgetThreads(store, quiet);
    await forgetNames(store, assets, before);
    return quiet;
  });
}

/** Names of whom nothing else is known. */
async function forgetNames({ db }: Store, assets: ReadonlySet<string>, before: number): Promise<void> {
  const known = new Set(await db.states.toCollection().primaryKeys());
  const isUnknown = ({ key, asset }: { key: string; asset: string }) => assets.has(asset) && !known.has(key);
  await db.acquaintances.filter((row) => row.learnedAt < before && isUnknown(row)).delete();
  await db.glimpses.filter((row) => row.lastAt < before && isUnknown(row)).delete();
}

async function isQuiet({ db }: Store, thread: string, before: number): Promise<boolean> {
  const waiting = await db.outbox.where("thread").equals(thread).count();
  if (waiting > 0) return false;
  const later = db.events.where("thread").equals(thread);
  return (await later.filter(({ event }) => event.at >= before).count()) === 0;
}
