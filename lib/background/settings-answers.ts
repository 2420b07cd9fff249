import { z } from "zod";
import type { Settings } from "#lib/domain/settings.ts";
import type { OverlaySettings } from "#lib/messages.ts";
import { overlaySettingsOf, sourcesOf } from "#lib/settings.ts";
import { chosenLive, chosenPairing } from "#lib/store/chosen.ts";
import { keepPreferences, Preferences, readPreferences, readSettings } from "#lib/store/kept.ts";
import { pairingOf } from "#lib/store/page.ts";
import { listPairings } from "#lib/store/pairing.ts";
import { saveSettings } from "#lib/store/save-settings.ts";
import type { Store } from "#lib/store/store.ts";
import { teamOf } from "#lib/store/team.ts";
import { saveSettingsThere } from "#lib/sync/change.ts";
import type { Background } from "./background.ts";
import { either, on, outcome, ownPage } from "./on.ts";
import { AssetQuery, nothing } from "./shapes.ts";

// The settings are checked by the verb that stores them: its refusal names the field.
const SaveQuery = z.strictObject({ settings: z.custom<Settings>() });

/** The workspace's settings where there is one, else this browser's own; and what this browser alone decides. */
export function answerSettings({ store, sync, tell }: Background): void {
  on("overlaySettings", either, nothing.or(AssetQuery), (query) => forOverlay(store, query?.asset ?? null));

  on("settings", ownPage, nothing, async () => {
    const pairing = await chosenLive(store);
    return pairing?.settings ?? readSettings(store);
  });

  on("saveSettings", ownPage, SaveQuery, ({ settings }) =>
    outcome(async () => {
      const pairing = await chosenLive(store);
      const saved = pairing
        ? await saveSettingsThere(store, sync.wire, pairing, settings)
        : await saveSettings(store, settings);
      tell({ threads: [], settings: true });
      return saved;
    }),
  );

  on("preferences", ownPage, nothing, () => readPreferences(store));
  on("savePreferences", ownPage, Preferences, async (preferences) => {
    await keepPreferences(store, preferences);
    tell({ threads: [], settings: true });
    return preferences;
  });
}

/** The workspace that counts the open Page says it, else this browser's own settings and spend. */
async function forOverlay(store: Store, asset: string | null): Promise<OverlaySettings> {
  const pairings = await listPairings(store);
  const pairing = asset === null ? await chosenPairing(store) : pairingOf(pairings, asset);
  const settings = pairing?.settings ?? (await readSettings(store));
  const spend = (await store.db.spend.toArray()).map(({ row }) => row);
  const [account] = await store.db.accounts.toArray();
  const { probe, keys, macros: own } = await readPreferences(store);
  const { me, colleagues } = teamOf(pairing);
  return overlaySettingsOf({
    settings,
    own,
    // The settings may be newer than the list: creators are named in them.
    sources: pairing?.sources
      ? { ...pairing.sources, creators: settings.creators }
      : sourcesOf(settings, spend),
    members: pairing?.members ?? [],
    team: me !== null && colleagues.length > 0 ? { me, colleagues } : null,
    asset,
    currency: pairing ? pairing.workspace.currency : (account?.currency ?? null),
    probe,
    keys,
  });
}
