import { type MacroUse, usesOf } from "#lib/domain/macro-use.ts";
import { deviceId } from "./kept.ts";
import type { Store } from "./store.ts";

/** How often each macro was inserted, by its id; insertions that were taken back are none. */
export async function macroUses(store: Store): Promise<Record<string, MacroUse>> {
  const { db } = store;
  const device = await db.transaction("rw", ["kept"], () => deviceId(store));
  return db.transaction("r", ["events", "states"], async () => {
    const rows = await db.events.where("macro").above("").toArray();
    const states = await db.states.bulkGet([...new Set(rows.map(({ thread }) => thread))]);
    const standing = new Set(
      states.flatMap((state) =>
        (state?.conversations ?? []).flatMap(({ macros }) => macros.map(({ event }) => event)),
      ),
    );
    return usesOf(
      rows
        .filter(({ id }) => standing.has(id))
        .map(({ event, macro = "" }) => ({ macro, at: event.at, isOwn: event.device === device })),
    );
  });
}
