import { DEFAULT_RULES, type FoldRules } from "#lib/domain/conversation.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { readSettings } from "./kept.ts";
import { pairingOf } from "./page.ts";
import type { Store } from "./store.ts";

/** The settings that a Page goes by: those of the workspace that counts it, as last read, else this browser's own. */
export async function settingsFor(store: Store, asset: string | null): Promise<Settings> {
  const pairing = asset === null ? null : pairingOf(await store.db.pairings.toArray(), asset);
  return pairing?.settings ?? readSettings(store);
}

/** How the threads of a Page are folded. */
export async function rulesFor(store: Store, asset: string): Promise<FoldRules> {
  const { manualPages } = await settingsFor(store, asset);
  return { ...DEFAULT_RULES, unknownIsPerson: manualPages.includes(asset) };
}
