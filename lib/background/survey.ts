import type { ResponseRules } from "#lib/domain/response-due.ts";
import { pairingOf } from "#lib/store/page.ts";
import { listPairings } from "#lib/store/pairing.ts";
import { type Latest, latestConversations } from "#lib/store/queue-states.ts";
import { settingsFor } from "#lib/store/rules.ts";
import { teamOf } from "#lib/store/team.ts";
import type { Store } from "#lib/store/store.ts";
import { createClockRules } from "./clock-rules.ts";

/** A thread's latest conversation, with the hours and targets of its Page. */
export interface Surveyed extends Latest {
  rules: ResponseRules;
  /** The member that this browser is; null without a server. */
  me: string | null;
  /** Somebody else is there to accept a handoff. */
  hasTeam: boolean;
}

export type Survey = () => Promise<Surveyed[]>;

/** The latest conversations of every Page that is counted, each with the rules that its times go by. */
export function createSurvey(store: Store): Survey {
  const rulesOf = createClockRules(store.timeZone);
  return async () => {
    const pairings = await listPairings(store);
    const latest = await latestConversations(store);
    const assets = [...new Set(latest.map(({ thread }) => thread.asset))];
    const rules = new Map(
      await Promise.all(
        assets.map(async (asset) => [asset, rulesOf(await settingsFor(store, asset))] as const),
      ),
    );
    return latest.flatMap((one) => {
      const { asset } = one.thread;
      const found = rules.get(asset);
      const { me, colleagues } = teamOf(pairingOf(pairings, asset));
      return found ? [{ ...one, rules: found, me, hasTeam: colleagues.length > 0 }] : [];
    });
  };
}
