import type { Source } from "#lib/domain/event-data.ts";

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

export function draftOfSource(source: Source): SourceDraft {
  switch (source.kind) {
    case "ad":
      return { kind: "ad", name: source.ad };
    case "campaign":
      return { kind: "campaign", name: source.campaign };
    case "creator":
      return { kind: "creator", name: source.creator };
    case "ref":
      return { kind: "ref", name: source.ref };
    case "other":
      return { kind: "other", name: source.label };
  }
}

/** What was typed, as a source; null while no name is there. */
export function readSource({ kind, name: typed }: SourceDraft): Source | null {
  const name = typed.trim();
  if (name === "") return null;
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
  }
}
