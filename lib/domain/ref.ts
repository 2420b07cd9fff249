import type { Source } from "./event-data.ts";

/** Addresses that open a conversation and may carry a `ref`. */
const LINK_HOSTS: ReadonlySet<string> = new Set(["m.me", "ig.me", "messenger.com", "facebook.com"]);
/** The length of a source in an event. */
const MAX_REF = 400;

/**
 * The `ref` of a link into a conversation (`https://m.me/PAGE?ref=creator.anna`), or of a referral; null where the
 * text is no such link or its ref is empty, too long or holds control characters.
 * Facts: Meta's m.me links, "ref" is the operator's own text.
 */
export function refOfLink(link: string): string | null {
  const url = URL.parse(/^https?:\/\//.test(link) ? link : `https://${link}`);
  if (url === null || !LINK_HOSTS.has(url.hostname.replace(/^www\./, ""))) return null;
  return cleanRef(url.searchParams.get("ref"));
}

/** A ref as it may be stored; null where there is nothing to store. */
export function cleanRef(ref: string | null): string | null {
  const text = ref?.trim() ?? "";
  return text === "" || text.length > MAX_REF || /\p{Cc}/u.test(text) ? null : text;
}

/**
 * What a ref says of the source. `creator.anna`, `campaign:Spring 26` and `ad=120246504706250534` name one (a dot, a
 * colon or an equals sign after the word); any other text is a source by itself.
 */
export function sourceOfRef(ref: string): Source {
  const [, kind, name] = /^(creator|campaign|ad)[.:=](.+)$/i.exec(ref) ?? [];
  const value = name?.trim() ?? "";
  switch (kind?.toLowerCase()) {
    case "creator":
      return value.length <= 200 && value !== "" ? { kind: "creator", creator: value } : { kind: "ref", ref };
    case "campaign":
      return value === "" ? { kind: "ref", ref } : { kind: "campaign", campaign: value };
    case "ad":
      return /^\d{1,40}$/.test(value) ? { kind: "ad", ad: value } : { kind: "ref", ref };
    default:
      return { kind: "ref", ref };
  }
}
