import { setTimeout as sleep } from "node:timers/promises";
import type { Changes } from "#lib/contract.ts";
import type { MemberContext } from "#server/context.ts";
import { readChanges } from "./read-changes.ts";

/** How often the database is looked at meanwhile; any server may have written to it. */
const LOOK_MS = 500;

/**
 * What is new after a cursor; where nothing is, the answer is kept back until something is, or the time is over.
 * @param renew the member as they stand now: whoever was revoked meanwhile is refused
 * @param signal whoever asked has gone, or the server stops: the answer is what there is
 */
export async function waitForChanges({
  ctx,
  input: { after, wait },
  renew,
  signal,
}: {
  ctx: MemberContext;
  input: { after?: string | undefined; wait: number };
  renew: () => Promise<MemberContext>;
  signal: AbortSignal;
}): Promise<Changes> {
  const until = performance.now() + wait * 1_000;
  let read = await readChanges({ ctx, input: { after } });
  while (read.cursor === after && performance.now() < until && !signal.aborted) {
    await sleep(LOOK_MS, undefined, { signal }).catch(stopped);
    read = await readChanges({ ctx: await renew(), input: { after } });
  }
  return read;
}

function stopped(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
}
