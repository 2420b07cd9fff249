import { type Mark, markOf } from "#lib/domain/mark.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Store } from "./store.ts";

/** What the list shows of the latest conversation of each thread, by thread key; nothing for one that is not known. */
export async function marks({ db }: Store, threads: readonly Thread[]): Promise<Record<string, Mark>> {
  const states = await db.states.bulkGet(threads.map(threadKey));
  return Object.fromEntries(
    states.flatMap((state) => {
      const latest = state?.conversations.at(-1);
      return state && latest ? [[state.thread, markOf(latest)]] : [];
    }),
  );
}
