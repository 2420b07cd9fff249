import type { Source } from "./event-data.ts";
import type { Suggests } from "./keyword.ts";
import { HANDOFF_NAMES } from "./outcome.ts";
import { nameOf } from "./source.ts";

const KINDS: Record<Source["kind"], string> = {
  ad: "Ad",
  campaign: "Ad",
  creator: "Creator",
  ref: "Link",
  other: "From",
};

/** What a source is, and its name. An ad is named by its campaign once somebody has said which. */
export function sourceWords(source: Source, ads: Record<string, string>): [kind: string, name: string] {
  const name = nameOf(source);
  return [KINDS[source.kind], source.kind === "ad" ? (ads[name] ?? name) : name];
}

/** What a suggestion does when it is taken: "hand off to sales", "source: Creator Anna". */
export function suggestsWords(suggests: Suggests, ads: Record<string, string>): string {
  if (suggests.kind === "source") return `source: ${sourceWords(suggests.source, ads).join(" ")}`;
  return suggests.to === null ? "hand off" : `hand off to ${HANDOFF_NAMES[suggests.to].toLowerCase()}`;
}
