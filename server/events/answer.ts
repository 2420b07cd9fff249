import { isDeepStrictEqual } from "node:util";
import type { EventResult, Refusal } from "#lib/contract.ts";
import type { Event, StoredEvent } from "#lib/domain/event.ts";
import { timesOf } from "#lib/domain/event-times.ts";
import { bound, type Examined, type Readable } from "./examine.ts";
import type { Logged } from "./stored-event.ts";

/** What became of the events of a batch, by id. */
export interface Taken {
  /** Held by the log now. */
  stored: ReadonlyMap<string, Logged>;
  /** Added by this batch. */
  added: ReadonlySet<string>;
  refused: ReadonlyMap<string, Refusal>;
}

const ID_REUSED: Refusal = {
  code: "id_reused",
  message: "Another event has this id already: an event is never changed, only withdrawn.",
};

/** What the sender is told of one entry of the batch. */
export function resultOf(
  entry: Examined,
  first: ReadonlyMap<string, Readable>,
  { stored, added, refused }: Taken,
): EventResult {
  if ("refusal" in entry) return { id: entry.id, result: "rejected", reason: entry.refusal };
  const { id } = entry;
  const reject = (reason: Refusal): EventResult => ({ id, result: "rejected", reason });
  const refusal = refused.get(id);
  if (refusal) return reject(refusal);
  const held = stored.get(id);
  if (!held || !isSame(entry.event, held)) return reject(ID_REUSED);
  const told = timesOf(held);
  const isNew = added.has(id) && first.get(id) === entry;
  if (!isNew) return { id, result: "duplicate", stored: told };
  return { id, result: "accepted", ...(held.flagged && { stored: told }) };
}

/** The content as sent is what is stored, but for the times that were bounded on receipt. */
const isSame = (sent: Event, held: Logged): boolean =>
  isDeepStrictEqual(contentOf(bound(sent, held.receivedAt).event), contentOf(held));

const contentOf = ({ id, v, kind, thread, device, hlc, at, precision, data }: StoredEvent) => ({
  id,
  v,
  kind,
  thread,
  device,
  hlc,
  at,
  precision,
  data,
});
