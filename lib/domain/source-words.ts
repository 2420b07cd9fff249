import type { Source } from "./event-data.ts";
import type { Suggests } from "./keyword.ts";
import { HANDOFF_NAMES } from "./outcome.ts";

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

/** What a suggestion does when it is taken: "hand off to sales", "source: Creator Anna". */
export function suggestsWords(suggests: Suggests, ads: Record<string, string>): string {
  if (suggests.kind === "source") return `source: ${sourceWords(suggests.source, ads).join(" ")}`;
  return suggests.to === null ? "hand off" : `hand off to ${HANDOFF_NAMES[suggests.to].toLowerCase()}`;
}
