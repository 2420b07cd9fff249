import type { Source } from "#lib/domain/event-data.ts";

/** The key of conversations whose source nobody knows. */
export const UNATTRIBUTED = "";

/** A source as one text: its kind, and what it names. */
export function sourceKey(source: Source | null): string {
  if (source === null) return UNATTRIBUTED;
  switch (source.kind) {
    case "ad":
      return `ad:${source.ad}`;
    case "campaign":
      return `campaign:${source.campaign}`;
    case "creator":
      return `creator:${source.creator}`;
    case "ref":
      return `ref:${source.ref}`;
    case "other":
      return `other:${source.label}`;
  }
}

/** The source that a key was made of. */
export function sourceOf(key: string): Source | null {
  const colon = key.indexOf(":");
  const [kind, name] = [key.slice(0, colon), key.slice(colon + 1)];
  switch (kind) {
    case "ad":
      return { kind, ad: name };
    case "campaign":
      return { kind, campaign: name };
    case "creator":
      return { kind, creator: name };
    case "ref":
      return { kind, ref: name };
    case "other":
      return { kind, label: name };
    default:
      return null;
  }
}
