import type { Source } from "#lib/domain/event-data.ts";

/** What a source is, and its name. An ad is named by its campaign once somebody has said which. */
export function sourceWords(source: Source, ads: Record<string, string>): [kind: string, name: string] {
  switch (source.kind) {
    case "ad":
      return ["Ad", ads[source.ad] ?? source.ad];
    case "campaign":
      return ["Ad", source.campaign];
    case "creator":
      return ["Creator", source.creator];
    case "ref":
      return ["Link", source.ref];
    case "other":
      return ["From", source.label];
  }
}
