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
