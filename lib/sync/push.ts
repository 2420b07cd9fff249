import { PushResponse } from "#lib/contract.ts";
import { applyResults } from "#lib/store/apply-results.ts";
import { learnClock } from "#lib/store/clock.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { deviceId } from "#lib/store/kept.ts";
import { linkCameBack } from "#lib/store/link.ts";
import type { Store } from "#lib/store/store.ts";
import { takeBatch } from "#lib/store/take-batch.ts";
import { exchange, type Failed, type Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";
import { stopLink } from "./stop-link.ts";

export interface Sync {
  store: Store;
  wire: Wire;
  /** A number from 0 to 1. */
  chance: () => number;
  /** Runs one at a time by name, across every context of the extension, and ends with its context. */
  lock: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
  /** The log of these threads (by key), or the settings, changed. */
  changed: (change: { threads: string[]; settings: boolean }) => void;
}

const BATCH = 500;

export interface PushAsked {
  /** A person waits: the pause after a failure is not waited out. */
  urgent: boolean;
}

/** Pushes what waits for one workspace until nothing does or a try fails; never two at once. */
export const push = (sync: Sync, workspace: string, asked: PushAsked): Promise<void> =>
  sync.lock(`push ${workspace}`, () => drain(sync, workspace, asked));

async function drain(sync: Sync, workspace: string, { urgent }: PushAsked): Promise<void> {
  const { store, wire } = sync;
  let most = BATCH;
  let isFirst = true;
  while (!wire.signal.aborted) {
    const pairing = await store.db.pairings.get(workspace);
    if (!pairing || pairing.revokedAt !== null) return;
    if (pairing.retryAt > store.now() && !(urgent && isFirst)) return;
    const step = await pushBatch(sync, pairing, most);
    if (step === "done") return;
    if (step === "too_large") most = Math.floor(most / 2);
    isFirst = false;
  }
}

/** One batch. Killed anywhere, it is pushed again, and the server knows its events by their ids. */
async function pushBatch(
  sync: Sync,
  pairing: PairingRow,
  most: number,
): Promise<"done" | "more" | "too_large"> {
  const { store, wire } = sync;
  const events = await takeBatch(store, pairing, most);
  if (events.length === 0) return "done";
  const device = await deviceId(store);
  const sentAt = store.now();
  const answer = await exchange(wire, {
    server: pairing.server,
    path: PATHS.events,
    token: pairing.token,
    method: "POST",
    body: { device, sentAt, events },
    answer: PushResponse,
  });
  if (!answer.ok && answer.status === 413 && events.length > 1) return "too_large";
  if (!answer.ok) return stop(sync, pairing, answer);
  const { results, receivedAt } = answer.value;
  const sent = new Set(events.map(({ id }) => id));
  const mine = results.filter(({ id }) => sent.has(id));
  const touched = await applyResults(store, pairing, mine, receivedAt);
  const trip = store.now() - sentAt;
  const corrected = await learnClock(store, {
    offset: receivedAt - (sentAt + trip / 2),
    error: 250 + trip / 2,
  });
  sync.changed({ threads: [...new Set([...touched, ...corrected])], settings: false });
  if (mine.length > 0) {
    await linkCameBack(store, pairing.id);
    return "more";
  }
  return stop(sync, pairing, unanswered);
}

const unanswered: Failed = {
  ok: false,
  why: "unreadable",
  status: 200,
  code: "unanswered",
  sentence: "The server did not say what became of the events.",
  fields: {},
  waitMs: null,
};

async function stop(sync: Sync, pairing: PairingRow, failure: Failed): Promise<"done"> {
  await stopLink(sync, pairing, failure);
  return "done";
}
