import { type Aside, NO_ASIDE } from "#lib/domain/aside.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import { pageState } from "./page.ts";
import type { Store } from "./store.ts";

/** The note and the dismissed suggestions of a thread; nothing of the kind where there are none. */
export async function readAside({ db }: Store, thread: Thread): Promise<Aside> {
  const row = await db.asides.get(threadKey(thread));
  return row ? { note: row.note, dismissed: row.dismissed } : NO_ASIDE;
}

/** Changes what this browser alone holds of a thread. On a Page that is not counted nothing is kept. */
export async function changeAside(
  store: Store,
  thread: Thread,
  change: (aside: Aside) => Aside,
): Promise<void> {
  const key = threadKey(thread);
  await store.db.transaction("rw", ["asides", "pages", "pairings"], async () => {
    if ((await pageState(store, thread.asset)) !== "counted") return;
    const aside = change(await readAside(store, thread));
    if (aside.note === "" && aside.dismissed.length === 0) await store.db.asides.delete(key);
    else await store.db.asides.put({ thread: key, of: thread, changedAt: store.now(), ...aside });
  });
}
