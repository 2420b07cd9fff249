import type { StoredEvent } from "#lib/domain/event.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import { isObserved } from "./clock-time.ts";
import { deviceId } from "./kept.ts";
import { type PageAnswered, pageState, pairingOf } from "./page.ts";
import type { Store } from "./store.ts";

/** Where a judgement made here is on its way: `local` where no server counts its Page. */
type Way = { state: "local" | "pending" } | { state: "refused"; reason: string };

export interface LogHere {
  page: PageAnswered;
  /** Without a `member` where it is this device's, or its person's from another one: that is "you". */
  events: StoredEvent[];
  /** By event id; an event that is not named was acknowledged, or was only seen. */
  ways: Record<string, Way>;
}

/** What this browser holds of one thread. */
export async function readThread(store: Store, thread: Thread): Promise<LogHere> {
  const { db } = store;
  const key = threadKey(thread);
  const device = await db.transaction("rw", ["kept"], () => deviceId(store));
  return db.transaction("r", ["events", "outbox", "refused", "pages", "pairings"], async () => {
    const events = (await db.events.where("thread").equals(key).toArray()).map(({ event }) => event);
    const judged = new Set(events.filter((event) => !isObserved(event)).map(({ id }) => id));
    const pairing = pairingOf(await db.pairings.toArray(), thread.asset);
    const isOwn = (event: StoredEvent) => event.device === device || event.member === pairing?.member.id;
    const ways: Record<string, Way> = {};
    for (const id of await db.outbox.where("thread").equals(key).primaryKeys())
      if (judged.has(id)) ways[id] = { state: pairing ? "pending" : "local" };
    for (const { id, reason } of await db.refused.where("thread").equals(key).toArray())
      ways[id] = { state: "refused", reason: reason.message };
    return {
      page: await pageState(store, thread.asset),
      events: events.map((event) => (isOwn(event) ? unsigned(event) : event)),
      ways,
    };
  });
}

function unsigned(event: StoredEvent): StoredEvent {
  const { member: _member, ...rest } = event;
  return rest;
}
