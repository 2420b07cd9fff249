import { type Selectable, sql } from "kysely";
import type { Change } from "#lib/contract.ts";
import type { MemberContext } from "#server/context.ts";
import { fromRow } from "#server/events/stored-event.ts";
import type { Tables } from "#server/schema.ts";
import type { Cursor } from "./cursor.ts";
import { hideAmounts } from "./hide-amounts.ts";

/** How many events one answer brings. */
const PAGE = 1_000;

/** A page of events, where the next one begins, and whether there is one now. */
export interface EventPage {
  changes: Change[];
  xid: string;
  event: string;
  more: boolean;
}

/**
 * The events after a cursor, in the order of the transactions that wrote them. Those of transactions that are not
 * older than every one still open wait: one of the open ones may yet commit before them in that order.
 */
export async function readEvents(ctx: MemberContext, { xid, event, money }: Cursor): Promise<EventPage> {
  const { rows } = await sql<Selectable<Tables["events"]>>`
    select * from events
    where workspace_id = ${ctx.workspace} and (xid, event_id) > (${xid}::xid8, ${event}::uuid)
      and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid, event_id
    limit ${PAGE + 1}`.execute(ctx.db);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const changes = page.map(toChange);
  return {
    changes: money ? changes : changes.flatMap((change) => hideAmounts(change, ctx.member) ?? []),
    xid: last?.xid ?? xid,
    event: last?.event_id ?? event,
    more: rows.length > PAGE,
  };
}

function toChange(row: Selectable<Tables["events"]>): Change {
  const { member, receivedAt, flagged = false, ...event } = fromRow(row);
  return { event, member, receivedAt, flagged };
}

/** How many events the workspace holds. */
export async function countEvents({ db, workspace }: MemberContext): Promise<number> {
  const { count } = await db
    .selectFrom("events")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("workspace_id", "=", workspace)
    .executeTakeFirstOrThrow();
  return count;
}
