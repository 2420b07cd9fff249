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
  /** What was told to have changed in the pane; null where nothing was told, and all of it is compared. */
  touched: ReadonlySet<Node> | null;
}

type Meaning = LineKind | ReadTime | null;

const MINUTE_MS = 60_000;
/** What was made of an element's text: most of a pane stands still, and taking a text apart is what costs. */
const known = new WeakMap<Element, { text: string; language: string; minute: number; meaning: Meaning }>();

/** What a run of text outside of messages is: a line or label of the page, or a time. */
export function meaningOf({ text, element }: TextRun, { language, now }: PaneContext): Meaning {
  const minute = Math.floor(now / MINUTE_MS);
  const old = known.get(element);
  if (old?.text === text && old.language === language && old.minute === minute) return old.meaning;
  const kind = lineKind(text, language);
  const meaning = kind === null || kind === "reaction" ? readTimeText(text, now, language) : kind;
  known.set(element, { text, language, minute, meaning });
  return meaning;
}

/** Nothing in it has changed since it was read. */
export const isUntouched = (element: Element, { touched }: PaneContext): boolean =>
  touched !== null && [...touched].every((node) => !element.contains(node));
