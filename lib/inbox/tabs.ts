import { type InboxLocation, readLocation } from "./location.ts";
import type { Claim } from "./sighting.ts";

/** What the tab of the open section says: the conversation it would lead back to, and the Page. */
export interface TabsReading {
  claim: Claim | null;
  asset: string | null;
}

const tabsIn = (tabs: HTMLElement): InboxLocation[] =>
  [...tabs.querySelectorAll("a[href]")].flatMap(
    (link) => readLocation(link.getAttribute("href") ?? "") ?? [],
  );

const only = <Value>(values: readonly Value[]): Value | null => {
  const [value, ...others] = new Set(values);
  return others.length === 0 ? (value ?? null) : null;
};

/**
 * Reads the channel tabs. Each section's tab keeps a conversation of its own, so only the tab of the section that is
 * open counts.
 */
export function readTabs(tabs: HTMLElement | null, location: InboxLocation | null): TabsReading {
  if (!tabs || !location) return { claim: null, asset: null };
  const all = tabsIn(tabs);
  const asset = only(all.flatMap((tab) => tab.asset ?? []));
  const isForeign = (tab: InboxLocation) =>
    location.asset !== null && tab.asset !== null && tab.asset !== location.asset;
  const open = all.filter((tab) => tab.route === location.route && !isForeign(tab));
  const id = only(open.flatMap((tab) => tab.id ?? []));
  const channel = only(open.flatMap((tab) => (tab.id === id ? (tab.channel ?? []) : [])));
  return { claim: id === null ? null : { id, channel }, asset };
}
