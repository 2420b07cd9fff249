import type { Refusal } from "#lib/contract.ts";
import { threadKey } from "#lib/domain/thread.ts";
import type { MemberContext } from "#server/context.ts";
import { membersAmong } from "#server/members/members-among.ts";
import { ERASED, erasedAmong } from "#server/privacy/refuse-erased.ts";
import type { Taken } from "./answer.ts";
import { bound, type Readable } from "./examine.ts";
import { lockLog } from "./lock-log.ts";
import { append, distinctThreads, findEvents, lockThreads } from "./log.ts";
import { refold } from "./refold.ts";
import { changedTarget, namedColleague, refusalOf } from "./rights.ts";
import { toRow } from "./stored-event.ts";

/**
 * Adds events to the log and folds their threads anew: the one way in. Call inside a transaction.
 * @param entries of different ids
 */
export async function takeEvents(ctx: MemberContext, entries: readonly Readable[]): Promise<Taken> {
  await lockLog(ctx, "with");
  const targets = await findEvents(
    ctx,
    entries.flatMap(({ event }) => changedTarget(event) ?? []),
  );
  const colleagues = await membersAmong(
    ctx,
    entries.flatMap(({ event }) => namedColleague(event) ?? []),
  );
  const erased = await erasedAmong(
    ctx,
    entries.map(({ event }) => event.thread.id),
  );
  const refused = new Map<string, Refusal>();
  for (const { id, event } of entries) {
    const refusal = refusalOf(event, targets, colleagues, ctx);
    if (refusal) refused.set(id, refusal);
  }
  // What the log holds already was allowed when it came.
  const held = await findEvents(ctx, [...refused.keys()]);
  for (const id of held.keys()) refused.delete(id);
  // Also what was stored before: it stands under another id now.
  for (const { id, event } of entries) if (erased.has(event.thread.id)) refused.set(id, ERASED);
  const fresh = entries
    .filter(({ id }) => !refused.has(id) && !held.has(id))
    .map(({ event }) => bound(event, ctx.now));
  if (fresh.length === 0) return { stored: held, added: new Set(), refused };
  const made = await lockThreads(ctx, distinctThreads(fresh.map(({ event }) => event.thread)));
  const added = await append(
    ctx,
    fresh.map(({ event, flagged }) => toRow(event, flagged, ctx)),
  );
  // Most are new, so that only those that were not are looked up.
  const known = fresh.filter(({ event }) => !added.has(event.id)).map(({ event }) => event.id);
  const stored = new Map([...held, ...(await findEvents(ctx, known))]);
  const accepted = fresh.filter(({ event }) => added.has(event.id));
  for (const { event, flagged } of accepted)
    stored.set(event.id, { ...event, member: ctx.member, receivedAt: ctx.now, flagged });
  // All that is known of a thread that was not there before came in with this batch.
  const came = accepted.flatMap(({ event }) => stored.get(event.id) ?? []);
  const whole = came.filter(({ thread }) => made.has(threadKey(thread)));
  await refold(
    ctx,
    distinctThreads(came.map(({ thread }) => thread)),
    Map.groupBy(whole, ({ thread }) => threadKey(thread)),
  );
  return { stored, added, refused };
}
