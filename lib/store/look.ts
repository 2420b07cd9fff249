import { eventsOfLook, type Look } from "#lib/domain/observe.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";
import { append, eventsOf, LOG_TABLES } from "./append.ts";
import { pageState } from "./page.ts";
import { rulesFor } from "./rules.ts";
import type { Store } from "./store.ts";

/**
 * Stores what one look at an open conversation adds to what is known. On a Page that is not counted nothing is.
 * @returns whether anything was new
 */
export async function look(store: Store, seen: Look): Promise<boolean> {
  return store.db.transaction("rw", LOG_TABLES, async () => {
    const { asset } = seen.thread;
    if ((await pageState(store, asset)) !== "counted") return false;
    const known = await eventsOf(store, threadKey(seen.thread));
    const rules = await rulesFor(store, asset);
    const drafts = eventsOfLook(seen, known, rules, () => uuidv7(store.now(), store.random(10)));
    if (drafts.length > 0) await append(store, seen.thread, drafts, known);
    return drafts.length > 0;
  });
}
