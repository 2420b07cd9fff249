import type { Settings } from "#lib/domain/settings.ts";
import { LOG_TABLES } from "./append.ts";
import { refoldPages } from "./save-settings.ts";
import type { Store } from "./store.ts";

/**
 * Keeps the settings of a workspace as its server gave them, and folds anew what they change. The same version again
 * may hold more: what a role may not see is left out of it.
 */
export async function keepWorkspaceSettings(store: Store, id: string, settings: Settings): Promise<void> {
  await store.db.transaction("rw", LOG_TABLES, async () => {
    const held = await store.db.pairings.get(id);
    if (!held || (held.settings?.version ?? 0) > settings.version) return;
    await store.db.pairings.update(id, { settings });
    await refoldPages(store, held.settings?.manualPages ?? [], settings.manualPages);
  });
}
