import { Me, SourceList } from "#lib/contract.ts";
import { Settings } from "#lib/domain/settings.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { keepSources } from "#lib/store/link.ts";
import { keepMe } from "#lib/store/pairing.ts";
import { keepWorkspaceSettings } from "#lib/store/workspace-settings.ts";
import type { Store } from "#lib/store/store.ts";
import { ask } from "./ask.ts";
import type { Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";
import { rotateToken } from "./rotate.ts";

/**
 * Reads what the workspace says of itself: its Pages and people, settings and sources. Changes the token in good time.
 * Throws RungError.
 */
export async function refresh(store: Store, wire: Wire, pairing: PairingRow): Promise<void> {
  const me = await ask(store, wire, pairing, { path: PATHS.me, answer: Me });
  await keepMe(store, pairing.id, me);
  const settings = await ask(store, wire, pairing, { path: PATHS.settings, answer: Settings });
  await keepWorkspaceSettings(store, pairing.id, settings);
  const sources = await ask(store, wire, pairing, { path: PATHS.sources, answer: SourceList });
  await keepSources(store, pairing.id, sources);
  await rotateToken(store, wire, pairing);
}
