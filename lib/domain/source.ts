import type { Source } from "./event-data.ts";

/** What a source names, without its kind: the ad's id, the campaign, the creator, the ref or the words. */
export function nameOf(source: Source): string {
  switch (source.kind) {
    case "ad":
      return source.ad;
    case "campaign":
      return source.campaign;
    case "creator":
      return source.creator;
    case "ref":
      return source.ref;
    case "other":
      return source.label;
  }
}

/** The source of a kind with a name; `nameOf` gives the name back. */
export function sourceNamed(kind: Source["kind"], name: string): Source {
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
