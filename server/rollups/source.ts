import type { Source } from "#lib/domain/event-data.ts";
import { nameOf, sourceNamed } from "#lib/domain/source.ts";

/** The key of conversations whose source nobody knows. */
export const UNATTRIBUTED = "";

const KINDS: readonly Source["kind"][] = ["ad", "campaign", "creator", "ref", "other"];

/** A source as one text: its kind, and what it names. */
export const sourceKey = (source: Source | null): string =>
  source === null ? UNATTRIBUTED : `${source.kind}:${nameOf(source)}`;

/** The source that a key was made of. */
export function sourceOf(key: string): Source | null {
  const colon = key.indexOf(":");
  const kind = KINDS.find((one) => one === key.slice(0, colon));
  return kind ? sourceNamed(kind, key.slice(colon + 1)) : null;
}
