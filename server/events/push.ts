import type { PushRequest, PushResponse } from "#lib/contract.ts";
import type { MemberContext } from "#server/context.ts";
import { Conflict } from "#server/errors.ts";
import { demand } from "#server/members/roles.ts";
import { listPages } from "#server/workspace/list-pages.ts";
import { resultOf, type Taken } from "./answer.ts";
import { examine, type Readable } from "./examine.ts";
import { takeEvents } from "./take.ts";

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
      : await ctx.db.transaction().execute((work) => takeEvents({ ...ctx, db: work }, [...first.values()]));
  return { results: examined.map((entry) => resultOf(entry, first, taken)), receivedAt: ctx.now };
}

const NOTHING: Taken = { stored: new Map(), added: new Set(), refused: new Map() };
