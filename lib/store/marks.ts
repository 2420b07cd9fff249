import type { Outcome } from "#lib/domain/outcome.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Store } from "./store.ts";

export interface Mark {
  outcome: Outcome | null;
  reason: string | null;
}

/** The outcome of the latest conversation of each thread, by thread key; a thread that nothing is known of has none. */
export async function marks({ db }: Store, threads: readonly Thread[]): Promise<Record<string, Mark>> {
  const states = await db.states.bulkGet(threads.map(threadKey));
  return Object.fromEntries(
    states.flatMap((state) => {
      const latest = state?.conversations.at(-1);
      if (!state || !latest) return [];
      const { outcome } = latest;
      return [[state.thread, { outcome: outcome?.outcome ?? null, reason: outcome?.reason ?? null }]];
    }),
  );
}
