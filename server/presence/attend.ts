import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { PresenceAnswer, PresenceRequest } from "#lib/contract.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { MemberContext } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { listPages } from "#server/workspace/list-pages.ts";
import { CHANNEL } from "./hear-others.ts";
import type { Beat, Presence } from "./presence.ts";

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/**
 * Says what a device has open, to this server and by PostgreSQL's notifications to the others; answers who else has,
 * kept back while that is what was seen. Conversations of Pages that are not counted are left out.
 * @param signal whoever asked has gone, or the server stops
 */
export async function attend({
  ctx,
  input: { threads, seen, wait },
  presence,
  signal,
}: {
  ctx: MemberContext;
  input: PresenceRequest;
  presence: Presence;
  signal: AbortSignal;
}): Promise<PresenceAnswer> {
  demand(ctx, "tag");
  const { workspace, member, device } = ctx;
  const counted = new Set((await listPages(ctx)).flatMap(({ asset, counted }) => (counted ? asset : [])));
  const open = new Map<string, Thread>();
  const said: Beat["threads"] = [];
  for (const { thread, typing } of threads) {
    const key = digest(`${workspace}/${threadKey(thread)}`);
    if (!counted.has(thread.asset) || open.has(key)) continue;
    open.set(key, thread);
    said.push({ key, typing });
  }
  const beat: Beat = { workspace, member, device, threads: said };
  presence.keep(beat);
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(beat)})`.execute(ctx.db);

  const until = performance.now() + wait * 1_000;
  const read = (): PresenceAnswer => {
    const others = presence.others(workspace, member, [...open.keys()]).flatMap(({ key, ...other }) => {
      const thread = open.get(key);
      return thread ? [{ thread, ...other }] : [];
    });
    return { others, seen: digest(JSON.stringify(others)) };
  };
  let answer = read();
  while (answer.seen === seen && performance.now() < until && !signal.aborted) {
    await presence.changed(workspace, until - performance.now(), signal);
    answer = read();
  }
  return answer;
}
