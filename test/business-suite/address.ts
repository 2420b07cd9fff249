import type { SuiteConfig } from "./config.ts";
import { type Channel, SECTIONS, type Section } from "./types.ts";

const ROOT = "/latest/inbox";

/** What the address bar says (facts, section 1). */
export interface Address {
  /** Null on a page of the suite that is no inbox. */
  section: Section | null;
  asset: string | null;
  selected: string | null;
  threadType: string | null;
}

export const CHANNEL_OF: Partial<Record<Section, Channel>> = {
  messenger: "FB_MESSAGE",
  instagram_direct: "IG_MESSAGE",
  wec: "WEC_MESSAGE",
};

const isSection = (text: string): text is Section => SECTIONS.some((section) => section === text);

/** Reads an address; an id that is empty counts as none. */
export function readAddress({ pathname, search }: { pathname: string; search: string }): Address {
  const query = new URLSearchParams(search);
  const get = (name: string) => query.get(name) || null;
  return {
    section: sectionOf(pathname),
    asset: get("asset_id") ?? get("mailbox_id"),
    selected: get("selected_item_id"),
    threadType: get("thread_type"),
  };
}

function sectionOf(pathname: string): Section | null {
  if (pathname !== ROOT && !pathname.startsWith(`${ROOT}/`)) return null;
  const name = pathname.slice(ROOT.length + 1).split("/")[0] ?? "";
  return isSection(name) ? name : "all";
}

type Selected = { id: string; channel: Channel } | null;

/** An address of the inbox; the order of its parameters is the page's own. */
export function addressOf(
  config: Pick<SuiteConfig, "asset" | "business" | "accountParams">,
  section: Section,
  selected: Selected,
): string {
  const query = new URLSearchParams();
  if (config.accountParams !== "mailbox") query.set("asset_id", config.asset);
  query.set("business_id", config.business);
  if (config.accountParams !== "asset") query.set("mailbox_id", config.asset);
  if (selected) {
    query.set("selected_item_id", selected.id);
    query.set("thread_type", selected.channel);
  }
  return `${ROOT}/${section}?${query}`;
}
