import type { PushRequest, PushResponse, Refusal } from "#lib/contract.ts";
import type { MemberContext } from "#server/context.ts";
import { Conflict } from "#server/errors.ts";
import { demand } from "#server/members/roles.ts";
import { listPages } from "#server/workspace/list-pages.ts";
import { resultOf, type Taken } from "./answer.ts";
import { bound, examine, type Readable } from "./examine.ts";
import { lockLog } from "./lock-log.ts";
import { append, distinctThreads, findEvents, lockThreads } from "./log.ts";
import { refold } from "./refold.ts";
import { changedTarget, refusalOf } from "./rights.ts";
import { toRow } from "./stored-event.ts";

/**
 * Takes a batch of events: each is accepted, a duplicate, or rejected by itself, in the order of the batch. What is
 * accepted stands in the log and in the folded conversations before this answers, in one transaction.
 */
export async function pushEvents({
  ctx,
  input,
}: {
  ctx: MemberContext;
  input: PushRequest;
}): Promise<PushResponse> {
  demand(ctx, "tag");
  if (input.device !== ctx.device)
    throw new Conflict("other_device", "This token belongs to another device: pair this one.");
  const pages = await listPages(ctx);
  const counted = new Set(pages.filter((page) => page.counted).map(({ asset }) => asset));
  const examined = input.events.map((raw) => examine(raw, counted));
  // Of entries with one id the first speaks; the others are compared with what became of it.
  const first = new Map<string, Readable>();
  for (const entry of examined) if ("event" in entry && !first.has(entry.id)) first.set(entry.id, entry);
  const taken =
    first.size === 0
      ? NOTHING
      : await ctx.db.transaction().execute((work) => take({ ...ctx, db: work }, [...first.values()]));
  return { results: examined.map((entry) => resultOf(entry, first, taken)), receivedAt: ctx.now };
}

const NOTHING: Taken = { stored: new Map(), added: new Set(), refused: new Map() };

async function take(ctx: MemberContext, entries: readonly Readable[]): Promise<Taken> {
  await lockLog(ctx, "with");
  const known = await findEvents(
    ctx,
    entries.map(({ id }) => id),
  );
  const news = entries.filter(({ id }) => !known.has(id));
  const targets = await findEvents(
    ctx,
    news.flatMap(({ event }) => changedTarget(event) ?? []),
  );
  const refused = new Map<string, Refusal>();
  for (const { id, event } of news) {
    const refusal = refusalOf(event, targets, ctx);
    if (refusal) refused.set(id, refusal);
  }
  const fresh = news.filter(({ id }) => !refused.has(id)).map(({ event }) => bound(event, ctx.now));
  if (fresh.length === 0) return { stored: known, added: new Set(), refused };
  await lockThreads(ctx, distinctThreads(fresh.map(({ event }) => event.thread)));
  const added = await append(
    ctx,
    fresh.map(({ event, flagged }) => toRow(event, flagged, ctx)),
  );
  // A batch that ran at the same time may have been quicker with some of them.
  const raced = fresh.filter(({ event }) => !added.has(event.id)).map(({ event }) => event.id);
  const stored = new Map([...known, ...(await findEvents(ctx, raced))]);
  const accepted = fresh.filter(({ event }) => added.has(event.id));
  for (const { event, flagged } of accepted)
    stored.set(event.id, { ...event, member: ctx.member, receivedAt: ctx.now, flagged });
  await refold(ctx, distinctThreads(accepted.map(({ event }) => event.thread)));
  return { stored, added, refused };
}
