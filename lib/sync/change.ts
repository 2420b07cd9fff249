import { Page } from "#lib/contract.ts";
import { Settings } from "#lib/domain/settings.ts";
import { RungError } from "#lib/errors.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { keepMe } from "#lib/store/pairing.ts";
import type { Store } from "#lib/store/store.ts";
import { keepWorkspaceSettings } from "#lib/store/workspace-settings.ts";
import { ask } from "./ask.ts";
import type { Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";

/** Settings may have the server count everything anew before it answers. */
const COUNTING_MS = 10 * 60_000;

/** Tells a workspace whether it counts a Page. Throws RungError; an administrator's to say. */
export async function answerPageThere(
  store: Store,
  wire: Wire,
  pairing: PairingRow,
  { asset, name, counted }: Page,
): Promise<void> {
  const page = await ask(store, wire, pairing, {
    path: `${PATHS.pages}/${encodeURIComponent(asset)}`,
    method: "PUT",
    body: { name, counted },
    answer: Page,
  });
  const { workspace, member, members } = pairing;
  const pages = [...pairing.pages.filter((known) => known.asset !== page.asset), page];
  await keepMe(store, pairing.id, { workspace, member, members, pages });
}

/**
 * Saves a workspace's settings under their next version. Throws RungError; over a newer version it is `settings_newer`,
 * and that one is kept here, to be looked at.
 */
export async function saveSettingsThere(
  store: Store,
  wire: Wire,
  pairing: PairingRow,
  edited: Settings,
): Promise<Settings> {
  const at = { path: PATHS.settings, answer: Settings, withinMs: COUNTING_MS };
  try {
    const saved = await ask(store, wire, pairing, { ...at, method: "PUT", body: edited });
    await keepWorkspaceSettings(store, pairing.id, saved);
    return saved;
  } catch (error) {
    if (error instanceof RungError && error.code === "settings_newer")
      await keepWorkspaceSettings(store, pairing.id, await ask(store, wire, pairing, at));
    throw error;
  }
}
