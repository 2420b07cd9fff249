import type { Listed } from "./inventory.ts";
import { LISTED } from "./inventory.ts";
import type { Store } from "./store.ts";

/** What goes: what is known of customers, or everything, with spend, settings and the pairing. */
export type Erase = "conversations" | "everything";

const OF_CUSTOMERS: readonly Listed[] = [
  "events",
  "states",
  "outbox",
  "refused",
  "acquaintances",
  "glimpses",
  "asides",
  "alerts",
  "cards",
];

/** Erases in this browser, for good. What a server was sent stays there. */
export async function erase({ db }: Store, what: Erase): Promise<void> {
  const tables = what === "everything" ? LISTED : OF_CUSTOMERS;
  await db.transaction("rw", tables, async () => {
    for (const table of tables) await db.table(table).clear();
  });
}
