import { Dexie, type EntityTable, type Table } from "dexie";
import type { Me, Refusal, ScorecardAnswer, SourceList, SpendAccount } from "#lib/contract.ts";
import type { Aside } from "#lib/domain/aside.ts";
import type { Stage } from "#lib/domain/alert.ts";
import type { Conversation } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import type { Settings } from "#lib/domain/settings.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import { type Acquaintance, type Glimpse, type Thread, threadKey } from "#lib/domain/thread.ts";

/** One event of the log. `thread` is its key; `workspace` is the one that acknowledged it, null for none yet. */
export interface EventRow {
  id: string;
  thread: string;
  asset: string;
  workspace: string | null;
  event: StoredEvent;
  /** Of an inserted macro alone: an index of few rows among many. */
  macro?: string;
}

/** The fold of one thread, kept so that a report reads no events. Of `lastClockAt` see there (epoch ms). */
export interface StateRow {
  thread: string;
  asset: string;
  of: Thread;
  lastClockAt: number;
  conversations: Conversation[];
  /** The rule it was folded with; a state of another rule is folded anew when read. */
  unknownIsPerson: boolean;
}

/**
 * An event that no server has acknowledged. `frozen` once it was part of a push: its content never changes again.
 * `offset` is the correction (ms) that its time carries, null where the time is not this device's clock's.
 */
export interface OutboxRow {
  id: string;
  thread: string;
  asset: string;
  frozen: boolean;
  offset: number | null;
}

/** An event that a server refused: out of the log and the fold, kept to be shown. */
interface RefusedRow {
  id: string;
  thread: string;
  event: StoredEvent;
  reason: Refusal;
  at: number;
}

/** What this browser was told about a Page; a workspace's own answer stands above it. */
interface PageRow {
  asset: string;
  name: string | null;
  counted: boolean;
}

/** How far a deadline was told of. `note` is the notification that stands for it, null where none does. */
interface AlertRow {
  key: string;
  thread: string;
  of: Thread;
  stage: Stage;
  at: number;
  note: string | null;
}

interface AcquaintanceRow extends Acquaintance {
  key: string;
  asset: string;
  learnedAt: number;
}

/** A row of Meta's list that passed by: whose it is, and when its last message came, for the order of a walk alone. */
interface GlimpseRow extends Glimpse {
  key: string;
  asset: string;
}

/** What this browser alone holds of a thread: it is never sent anywhere. */
interface AsideRow extends Aside {
  thread: string;
  of: Thread;
  changedAt: number;
}

/** One pairing, by workspace. The token lives here and nowhere else. */
export interface PairingRow extends Me {
  id: string;
  server: string;
  /** Epoch ms; of two workspaces that count one Page the one paired first has it. */
  pairedAt: number;
  token: string;
  /** Epoch ms at which the token ends; null where it was not told. */
  tokenUntil: number | null;
  sources: SourceList | null;
  settings: Settings | null;
  lastSyncAt: number | null;
  /** Epoch ms since when nothing came through, and what the last failure said; null while online. */
  offlineSince: number | null;
  problem: string | null;
  revokedAt: number | null;
  /** Failures in a row, and when to try again (epoch ms). */
  failures: number;
  retryAt: number;
  /** How far the workspace's feed was read; null for not at all. */
  cursor: string | null;
  /** The first reading of a long log, while it goes on: events read, of all. */
  reading: { done: number; total: number } | null;
}

interface SpendEntry {
  n: number;
  account: string;
  row: SpendRow;
}

export interface CardRow {
  key: string;
  card: ScorecardAnswer;
  asOf: number;
}

interface KeptRow {
  key: string;
  value: unknown;
}

export type Database = Dexie & {
  events: EntityTable<EventRow, "id">;
  states: EntityTable<StateRow, "thread">;
  outbox: EntityTable<OutboxRow, "id">;
  refused: EntityTable<RefusedRow, "id">;
  pages: EntityTable<PageRow, "asset">;
  acquaintances: EntityTable<AcquaintanceRow, "key">;
  glimpses: EntityTable<GlimpseRow, "key">;
  asides: EntityTable<AsideRow, "thread">;
  alerts: EntityTable<AlertRow, "key">;
  pairings: EntityTable<PairingRow, "id">;
  accounts: EntityTable<SpendAccount, "id">;
  spend: Table<SpendEntry, number, Omit<SpendEntry, "n">>;
  cards: EntityTable<CardRow, "key">;
  kept: EntityTable<KeptRow, "key">;
};

/** Where IndexedDB comes from: the browser's own, or a test's. */
export interface Ground {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof IDBKeyRange;
}

/** Opens (at first use) the extension's database. A change of the fold's answers is a new version that refolds. */
export function openDatabase(name: string, ground?: Ground): Database {
  // safe because: the tables declared in `stores` below are exactly those of the type.
  const database = new Dexie(name, ground) as Database;
  database.version(1).stores({
    events: "id, thread, asset",
    states: "thread, asset, lastClockAt",
    outbox: "id, thread, asset",
    refused: "id, thread",
    pages: "asset",
    acquaintances: "key, [asset+learnedAt]",
    pairings: "id",
    accounts: "id",
    spend: "++n, account, row.to",
    cards: "key, asOf",
    kept: "key",
  });
  database
    .version(2)
    .stores({})
    .upgrade((change) =>
      change.table("pairings").toCollection().modify({ cursor: null, reading: null, tokenUntil: null }),
    );
  database.version(3).stores({ asides: "thread" });
  database.version(4).stores({ alerts: "key, thread" });
  database
    .version(5)
    .stores({ events: "id, thread, asset, macro" })
    .upgrade((change) =>
      change
        .table<EventRow>("events")
        .toCollection()
        .modify((row) => {
          if (row.event.kind === "macro_inserted") row.macro = row.event.data.macro;
        }),
    );
  database
    .version(6)
    .stores({})
    .upgrade(async (change) => {
      await change.table<PairingRow>("pairings").toCollection().modify({ pairedAt: 0 });
      await change.table<StateRow>("states").toCollection().modify(withHandoffs);
    });
  database.version(7).stores({ glimpses: "key, [asset+lastAt]" });
  return database;
}

/** Before version 6 a handoff was to anybody, and nobody could answer it here. */
function withHandoffs(row: StateRow): void {
  for (const conversation of row.conversations) {
    conversation.reply = null;
    for (const handoff of conversation.handoffs)
      Object.assign(handoff, { whom: null, held: null, returned: null });
  }
}

/** An event as the log keeps it. */
export const eventRow = (event: StoredEvent, workspace: string | null): EventRow => ({
  id: event.id,
  thread: threadKey(event.thread),
  asset: event.thread.asset,
  workspace,
  event,
  ...(event.kind === "macro_inserted" && { macro: event.data.macro }),
});
