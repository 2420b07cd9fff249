import { Settings } from "#lib/domain/settings.ts";
import { RungError } from "#lib/errors.ts";
import { LOG_TABLES, refold } from "./append.ts";
import { keepSettings, readSettings } from "./kept.ts";
import type { Store } from "./store.ts";

/**
 * Keeps this browser's own settings under the next version, and folds anew what they change. Throws RungError:
 * `settings_invalid` (fields), or `settings_newer` where what was edited is no longer the newest.
 */
export async function saveSettings(store: Store, edited: Settings): Promise<Settings> {
  const parsed = Settings.safeParse(edited);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => [path.join("."), message] as const);
    throw new RungError("settings_invalid", "This could not be saved.", Object.fromEntries(fields));
  }
  return store.db.transaction("rw", LOG_TABLES, async () => {
    const held = await readSettings(store);
    if (held.version !== parsed.data.version)
      throw new RungError("settings_newer", "The settings were changed elsewhere in the meantime.");
    const saved = { ...parsed.data, version: held.version + 1 };
    await keepSettings(store, saved);
    await refoldPages(store, held.manualPages, saved.manualPages);
    return saved;
  });
}

/** Folds anew the threads of the Pages whose rule changed. Inside a transaction over `LOG_TABLES`. */
export async function refoldPages(
  store: Store,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const changed = [...before, ...after].filter((asset) => before.includes(asset) !== after.includes(asset));
  const states = await store.db.states.where("asset").anyOf(changed).toArray();
  for (const { of } of states) await refold(store, of);
}
