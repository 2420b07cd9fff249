import type { Finder } from "./finder.ts";
import type { Layout } from "./layout.ts";
import { lineKind } from "./system-lines.ts";
import type { LineKind } from "./system-lines-table.ts";
import type { TextRun } from "./text.ts";
import { type ReadTime, readTimeText } from "./time-text.ts";

/** What reading a pane depends on. */
export interface PaneContext {
  finder: Finder;
  layout: Layout;
  language: string;
  now: number;
  dir: "ltr" | "rtl";
  /** The customer's name, as the header shows it. */
  name: string | null;
  /** What the conversation's own row says of its last message: when, and the digest of its text. */
  tail: { at: number; digest: string } | null;
  /** What the team listens for in what the customer writes. */
  keywords: readonly { word: string }[];
}

/** What a run of text outside of messages is: a line or label of the page, or a time. */
export function meaningOf({ text }: TextRun, { language, now }: PaneContext): LineKind | ReadTime | null {
  const kind = lineKind(text, language);
  return kind === null || kind === "reaction" ? readTimeText(text, now, language) : kind;
}
