import { type Draft, Event, type StoredEvent } from "#lib/domain/event.ts";
import { timesOf, withTimes } from "#lib/domain/event-times.ts";
import { FIRST_HLC } from "#lib/domain/hlc.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import { RungError } from "#lib/errors.ts";
import { append, eventsOf, LOG_TABLES } from "./append.ts";
import { pageState } from "./page.ts";
import type { Store } from "./store.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";

/**
 * Stores judgements in one transaction: all of them or none. The same ids again change nothing.
 * Throws RungError: `event_invalid` (fields), `page_unknown`, `page_not_counted`, `id_taken`.
 * @returns the threads that the drafts name
 */
export async function record(store: Store, drafts: readonly unknown[]): Promise<Thread[]> {
  const checked = drafts.map(checkDraft);
  const threads = Map.groupBy(checked, ({ thread }) => threadKey(thread));
  await store.db.transaction("rw", LOG_TABLES, async () => {
    for (const [key, group] of threads) {
      const [first] = group;
      if (!first) continue;
      await assertCounted(store, first.thread.asset);
      const known = await eventsOf(store, key);
      const fresh: Draft[] = [];
      for (const draft of group)
        if (!(await isKnown(store, draft)) && fresh.every(({ id }) => id !== draft.id)) fresh.push(draft);
      if (fresh.length > 0) await append(store, first.thread, fresh, known);
    }
  });
  return [...threads.values()].flatMap(([first]) => (first ? [first.thread] : []));
}

/** Foreign input: the page's own script may have asked. */
function checkDraft(draft: unknown): Draft {
  const asked = typeof draft === "object" ? draft : {};
  const parsed = Event.safeParse({ ...asked, device: NOBODY, hlc: FIRST_HLC });
  if (parsed.success) {
    const { device: _device, hlc: _hlc, ...rest } = parsed.data;
    return rest;
  }
  const fields = Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [path.join(".") || "event", message]),
  );
  throw new RungError("event_invalid", "This could not be stored: it is not what Rung expects.", fields);
}

async function assertCounted(store: Store, asset: string): Promise<void> {
  const state = await pageState(store, asset);
  if (state === "unknown")
    throw new RungError("page_unknown", "Say first whether Rung counts this Page; nothing was stored.");
  if (state === "not_counted")
    throw new RungError("page_not_counted", "Rung does not count this Page; nothing was stored.");
}

async function isKnown({ db }: Store, draft: Draft): Promise<boolean> {
  const held = (await db.events.get(draft.id)) ?? (await db.refused.get(draft.id));
  if (held && !isSame(held.event, draft))
    throw new RungError("id_taken", "This was stored before with another content; nothing was changed.");
  return held !== undefined;
}

/** Times may have been corrected or bounded since; what was said may not. */
function isSame(held: StoredEvent, draft: Draft): boolean {
  const asDrafted = withTimes(held, timesOf({ at: draft.at, hlc: held.hlc, data: draft.data }));
  return (
    held.kind === draft.kind &&
    threadKey(held.thread) === threadKey(draft.thread) &&
    JSON.stringify(asDrafted.data) === JSON.stringify(draft.data)
  );
}
