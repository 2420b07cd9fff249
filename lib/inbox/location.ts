import { type Channel, isChannel } from "#lib/domain/thread.ts";

/** Sections of the inbox whose conversations Rung knows; comment inboxes and forms are `other`. */
export type Route = "all" | "messenger" | "instagram_direct" | "wec" | "other";

/** What an address of the inbox says. Ids stay strings: Instagram's have 39 digits. */
export interface InboxLocation {
  route: Route;
  /** Of the open conversation: its `thread_type`, else what the section holds. */
  channel: Channel | null;
  asset: string | null;
  id: string | null;
}

const ROOT = /^\/latest\/inbox(?:\/([^/]*))?(?:\/|$)/;

const ROUTES: Record<string, Route> = {
  "": "all",
  all: "all",
  messenger: "messenger",
  instagram_direct: "instagram_direct",
  wec: "wec",
};

const CHANNELS: Partial<Record<Route, Channel>> = {
  messenger: "FB_MESSAGE",
  instagram_direct: "IG_MESSAGE",
  wec: "WEC_MESSAGE",
};

export const isPageId = (text: unknown): text is string =>
  typeof text === "string" && /^\d{3,64}$/.test(text);

/** The one value of a parameter; null where it is missing, no id, or given twice with two values. */
function idIn(query: URLSearchParams, name: string): string | null {
  const [value, ...others] = new Set(query.getAll(name));
  return others.length === 0 && isPageId(value) ? value : null;
}

/** The few addresses of a page are read again at each look. */
const known = new Map<string, InboxLocation | null>();
const KNOWN = 100;

/**
 * Reads an address, absolute or relative to the inbox. Null where it is none of the inbox's.
 * An id whose `thread_type` is not one that the section holds is left over from elsewhere, and dropped.
 */
export function readLocation(href: string): InboxLocation | null {
  const old = known.get(href);
  if (old !== undefined) return old;
  if (known.size >= KNOWN) known.clear();
  const location = parse(href);
  known.set(href, location);
  return location;
}

function parse(href: string): InboxLocation | null {
  const url = URL.parse(href, "https://business.facebook.com/latest/inbox/");
  if (url?.protocol !== "https:" || url.hostname !== "business.facebook.com") return null;
  const path = ROOT.exec(url.pathname);
  if (!path) return null;
  const route = ROUTES[path[1] ?? ""] ?? "other";
  const asset =
    ["asset_id", "mailbox_id", "page_id"].map((name) => idIn(url.searchParams, name)).find(Boolean) ?? null;
  if (route === "other") return { route, channel: null, asset, id: null };
  const held = CHANNELS[route] ?? null;
  const type = url.searchParams.get("thread_type");
  const said = isChannel(type) ? type : null;
  const isForeign = type !== null && (said === null || (held !== null && said !== held));
  const id = isForeign ? null : idIn(url.searchParams, "selected_item_id");
  return { route, channel: held ?? said, asset, id };
}
