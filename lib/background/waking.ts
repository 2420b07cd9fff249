import type { PairingRow } from "#lib/store/database.ts";
import { retain } from "#lib/store/retain.ts";
import { countWaiting } from "#lib/store/take-batch.ts";
import { pull } from "#lib/sync/pull.ts";
import { type PushAsked, push, type Sync } from "#lib/sync/push.ts";
import { refresh } from "#lib/sync/refresh.ts";
import { RungError } from "#lib/errors.ts";
import { livePairings } from "./may-answer-page.ts";

/** The one alarm, by name; a service worker that was killed is woken by it. */
export const ALARM = "sync";

/** How often a workspace is asked what it says of itself. */
const REFRESH_MS = 300_000;
/** How often whom a team no longer wants to know is looked for. */
const FORGET_MS = 3_600_000;

export interface Clockwork {
  sync: Sync;
  /** Wakes the background at an instant (epoch ms), also when it was killed; null for never. */
  setAlarm: (at: number | null) => void;
  /** Wakes it sooner than an alarm can, as long as it lives; takes the place of the timer before. */
  setTimer: (work: () => void, ms: number) => void;
  /** Something about a workspace may have changed. */
  refreshed: () => void;
}

/** Pushes what waits and refreshes what is old, whenever called; sees to it that it is called again in time. */
export function startWaking({ sync, setAlarm, setTimer, refreshed }: Clockwork) {
  const { store, wire } = sync;
  const refreshedAt = new Map<string, number>();
  const forgotAt = new Map<string, number>();
  let running: Promise<void> | null = null;
  let next: { urgent: boolean; done: Promise<void> } | null = null;

  /** Also offline: the team's age is known here. */
  const forget = async (id: string) => {
    const pairing = await store.db.pairings.get(id);
    // Another age counts at once.
    const rule = `${id} ${pairing?.workspace.policy?.retentionDays}`;
    if (!pairing || store.now() < (forgotAt.get(rule) ?? 0) + FORGET_MS) return;
    forgotAt.set(rule, store.now());
    const threads = await retain(store, pairing);
    if (threads.length > 0) sync.changed({ threads, settings: false });
  };

  const attend = async ({ id, failures }: PairingRow, asked: PushAsked) => {
    await push(sync, id, asked);
    await forget(id);
    const pairing = await store.db.pairings.get(id);
    if (!pairing || pairing.revokedAt !== null) return;
    // Where nothing waited to be sent, the server was not asked yet.
    const mayAsk = asked.urgent && pairing.failures === failures;
    if (pairing.retryAt > store.now() && !mayAsk) return;
    const isFresh = store.now() < (refreshedAt.get(id) ?? 0) + REFRESH_MS;
    if (isFresh && pairing.offlineSince === null) return;
    refreshedAt.set(id, store.now());
    await refresh(store, wire, pairing).then(refreshed, keepQuiet);
    // Not waited for: a first reading is long, and what is tagged meanwhile is pushed meanwhile.
    void pull(sync, id, { wait: 0 });
    await push(sync, id, { urgent: false });
  };

  const round = async (asked: PushAsked) => {
    for (const pairing of await livePairings(store)) await attend(pairing, asked);
    await plan();
  };

  const plan = async () => {
    const pairings = await livePairings(store);
    const times = await Promise.all(
      pairings.map(async (pairing) => {
        const waits = (await countWaiting(store, pairing)) > 0;
        return waits ? Math.max(pairing.retryAt, store.now() + 1_000) : store.now() + REFRESH_MS;
      }),
    );
    const at = times.length > 0 ? Math.min(...times) : null;
    setAlarm(at);
    if (at !== null && at - store.now() < 30_000)
      setTimer(() => void wake({ urgent: false }), at - store.now());
  };

  /** At most one round runs and one waits; whoever asks meanwhile shares the one that waits. */
  const wake = (asked: PushAsked): Promise<void> => {
    if (next) {
      next.urgent ||= asked.urgent;
      return next.done;
    }
    const mine = { urgent: asked.urgent, done: Promise.resolve() };
    const begin = () => {
      next = null;
      running = round({ urgent: mine.urgent });
      return running;
    };
    mine.done = (running ?? Promise.resolve()).then(begin, begin);
    next = mine;
    return mine.done;
  };
  return wake;
}

/** The state of the link says already what the server did not. */
function keepQuiet(error: unknown): void {
  if (!(error instanceof RungError)) throw error;
}
