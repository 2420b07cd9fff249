import { byUrgency, entryOf, type QueueEntry } from "#lib/domain/queue.ts";
import { pairingOf } from "#lib/store/page.ts";
import { listPairings } from "#lib/store/pairing.ts";
import { latestConversations } from "#lib/store/queue-states.ts";
import { settingsFor } from "#lib/store/rules.ts";
import type { Store } from "#lib/store/store.ts";
import { createClockRules } from "./clock-rules.ts";

/** Who may have to be answered, the most urgent first, by the hours and targets of each Page. */
export function createQueue(store: Store): () => Promise<QueueEntry[]> {
  const rulesOf = createClockRules(store.timeZone);
  return async () => {
    const now = store.now();
    const pairings = await listPairings(store);
    const latest = await latestConversations(store);
    const assets = [...new Set(latest.map(({ thread }) => thread.asset))];
    const rules = new Map(
      await Promise.all(
        assets.map(async (asset) => [asset, rulesOf(await settingsFor(store, asset))] as const),
      ),
    );
    const entries = latest.flatMap((one) => {
      const { asset } = one.thread;
      const found = rules.get(asset);
      const me = pairingOf(pairings, asset)?.member.id ?? null;
      return (found && entryOf({ ...one, rules: found, me, now })) ?? [];
    });
    return entries.toSorted(byUrgency);
  };
}
