import { Changes } from "#lib/contract.ts";
import { applyChanges } from "#lib/store/apply-changes.ts";
import { learnClock } from "#lib/store/clock.ts";
import { linkCameBack } from "#lib/store/link.ts";
import { exchange } from "./exchange.ts";
import { PATHS } from "./paths.ts";
import type { Sync } from "./push.ts";
import { stopLink } from "./stop-link.ts";

/**
 * Reads what is new in a workspace, page after page to the end. Where nothing is, the server may keep its answer back
 * for `wait` seconds. Never two at once. A failure is kept as the state of the link.
 */
export const pull = (sync: Sync, workspace: string, { wait }: { wait: number }): Promise<void> =>
  sync.lock(`pull ${workspace}`, async () => {
    while (!sync.wire.signal.aborted && (await pullPage(sync, workspace, wait)) === "more");
  });

async function pullPage(sync: Sync, workspace: string, wait: number): Promise<"done" | "more"> {
  const { store, wire } = sync;
  const pairing = await store.db.pairings.get(workspace);
  if (!pairing || pairing.revokedAt !== null) return "done";
  const { server, token, cursor } = pairing;
  const query = new URLSearchParams({ wait: String(wait), ...(cursor !== null && { after: cursor }) });
  const answer = await exchange(wire, { server, token, path: `${PATHS.changes}?${query}`, answer: Changes });
  // Whoever was unpaired, or paired anew, meanwhile has no use for it.
  const isStill = (await store.db.pairings.get(workspace))?.token === token;
  if (!isStill) return "done";
  if (!answer.ok) {
    await stopLink(sync, pairing, answer);
    return "done";
  }
  await linkCameBack(store, workspace);
  const applied = await applyChanges(store, pairing, answer.value);
  const corrected = answer.clock ? await learnClock(store, answer.clock) : [];
  const threads = [...new Set([...applied.threads, ...corrected])];
  if (threads.length > 0 || applied.settings) sync.changed({ threads, settings: applied.settings });
  return answer.value.more ? "more" : "done";
}
