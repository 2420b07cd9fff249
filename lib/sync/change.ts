import { Page } from "#lib/contract.ts";
import { Settings } from "#lib/domain/settings.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { keepMe } from "#lib/store/pairing.ts";
import type { Store } from "#lib/store/store.ts";
import { keepWorkspaceSettings } from "#lib/store/workspace-settings.ts";
import { ask } from "./ask.ts";
import type { Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";

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

/** Saves a workspace's settings under their next version. Throws RungError `settings_newer` over a newer one. */
export async function saveSettingsThere(
  store: Store,
  wire: Wire,
  pairing: PairingRow,
  edited: Settings,
): Promise<Settings> {
  const saved = await ask(store, wire, pairing, {
    path: PATHS.settings,
    method: "PUT",
    body: edited,
    answer: Settings,
  });
  await keepWorkspaceSettings(store, pairing.id, saved);
  return saved;
}
