import type { Source } from "#lib/domain/event-data.ts";
import { nameOf, sourceNamed } from "#lib/domain/source.ts";

/** The kinds of source that a team may name, and what is typed for each. */
export const SOURCE_KINDS = [
  { value: "creator", name: "Creator" },
  { value: "campaign", name: "Campaign" },
  { value: "ad", name: "Ad, by its id" },
  { value: "ref", name: "Link, by its ref" },
  { value: "other", name: "Other, in words" },
] as const satisfies readonly { value: Source["kind"]; name: string }[];

/** A source as it is typed. */
export interface SourceDraft {
  kind: Source["kind"];
  name: string;
}

export const NO_SOURCE: SourceDraft = { kind: "creator", name: "" };

export const kindOf = (value: string): Source["kind"] =>
  SOURCE_KINDS.find((kind) => kind.value === value)?.value ?? NO_SOURCE.kind;

export const draftOfSource = (source: Source): SourceDraft => ({ kind: source.kind, name: nameOf(source) });

/** What was typed, as a source; null while no name is there. */
export function readSource({ kind, name: typed }: SourceDraft): Source | null {
  const name = typed.trim();
  return name === "" ? null : sourceNamed(kind, name);
}
