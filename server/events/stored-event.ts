import type { Selectable } from "kysely";
import type { Event, StoredEvent } from "#lib/domain/event.ts";
import type { MemberContext } from "#server/context.ts";
import type { Tables } from "#server/schema.ts";

type Row = Selectable<Tables["events"]>;

/** An event as the log holds it. */
export type Logged = StoredEvent & { member: string; receivedAt: number };

export function fromRow(row: Row): Logged {
  const { channel, asset, thread_id, member_id, received_at, flagged } = row;
  const envelope = {
    id: row.event_id,
    v: 1,
    kind: row.kind,
    thread: { channel, asset, id: thread_id },
    device: row.device_id,
    hlc: row.hlc,
    at: row.at,
    precision: row.precision,
    data: row.data,
  };
  // safe because: a row was written from a parsed Event, so that its data is of its kind.
  const event = envelope as Event;
  return { ...event, member: member_id, receivedAt: received_at, flagged };
}

/** The row of an event; member and workspace are the token's, never the sender's word. */
export const toRow = (
  { id, kind, thread, device, hlc, at, precision, data }: Event,
  flagged: boolean,
  { workspace, member, now }: MemberContext,
) => ({
  workspace_id: workspace,
  channel: thread.channel,
  asset: thread.asset,
  thread_id: thread.id,
  event_id: id,
  kind,
  device_id: device,
  member_id: member,
  hlc,
  at,
  precision,
  data,
  received_at: now,
  flagged,
});
export type NewRow = ReturnType<typeof toRow>;
