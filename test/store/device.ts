import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import type { Draft } from "#lib/domain/event.ts";
import type { EventData, EventKind } from "#lib/domain/event-data.ts";
import type { Thread } from "#lib/domain/thread.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";
import { type Ground, openDatabase } from "#lib/store/database.ts";
import type { Store } from "#lib/store/store.ts";

/** 14 November 2026, 08:00 UTC. */
export const MORNING = Date.UTC(2026, 10, 14, 8);

let seed = 1;
/** Bytes that differ from call to call, the same in every run of one file. */
const random = (bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 16) & 0xff;
  });

/** The disk of one device: databases opened on it after a kill find what was committed. */
const ground = (): Ground => ({ indexedDB: new IDBFactory(), IDBKeyRange });

export interface Device extends Store {
  disk: Ground;
  clock: { now: number };
}

/** A device as it starts: the database on its disk, and a clock that a test moves. */
export function device(disk: Ground = ground(), clock = { now: MORNING }): Device {
  return {
    db: openDatabase("rung", disk),
    now: () => clock.now,
    random,
    timeZone: "UTC",
    disk,
    clock,
  };
}

export const PAGE = "1001";

export const thread = (id: string, asset = PAGE): Thread => ({ channel: "FB_MESSAGE", asset, id });

let made = 0;
/** A draft as the overlay makes it, with an id of its own. */
export function draft<Kind extends EventKind>(
  kind: Kind,
  data: EventData[Kind],
  where: { thread?: Thread; at?: number; id?: string } = {},
): Draft {
  made += 1;
  const at = where.at ?? MORNING;
  // safe because: kind and data belong together by the signature; the union cannot say so for a type parameter.
  return {
    id: where.id ?? uuidv7(at + made, random(10)),
    v: 1,
    kind,
    thread: where.thread ?? thread("7"),
    at,
    precision: "second",
    data,
  } as Draft;
}
