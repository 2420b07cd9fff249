import { erase } from "#lib/store/erase.ts";
import { forgetPersonHere } from "#lib/store/forget.ts";
import { exportPart, inventory } from "#lib/store/inventory.ts";
import { PersonQuery } from "./admin-shapes.ts";
import type { Background } from "./background.ts";
import { on, ownPage } from "./on.ts";
import { EraseQuery, ExportQuery, nothing } from "./shapes.ts";

/** What is stored here: listed, exported, erased. */
export function answerPrivacy({ store, tell }: Background): void {
  on("inventory", ownPage, nothing, () => inventory(store));
  on("exportPart", ownPage, ExportQuery, ({ from }) => exportPart(store, from));
  on("erase", ownPage, EraseQuery, async ({ what }) => {
    const threads = await store.db.states.toCollection().primaryKeys();
    await erase(store, what);
    tell({ threads, settings: what === "everything" });
  });
  on("erasePersonHere", ownPage, PersonQuery, async ({ person }) => {
    const threads = await forgetPersonHere(store, person);
    tell({ threads, settings: false });
    return threads.length;
  });
}
