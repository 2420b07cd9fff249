import { heardIn } from "#lib/domain/keyword.ts";
import { commonAncestor } from "./dom.ts";
import { bubblesIn, KEY } from "./bubbles.ts";
import { type Between, createBetween, type ReadBetween } from "./pane-between.ts";
import { type Direction, directionOf } from "./direction.ts";
import { lineKind } from "./system-lines.ts";
import type { LineKind } from "./system-lines-table.ts";
import { isUntouched, type PaneContext } from "./pane-context.ts";
import { digestOf, runsOf, type TextRun } from "./text.ts";

/** A message as it stands in the pane. Of its text a digest is left, which tells two messages apart. */
export interface Bubble {
  what: "bubble";
  element: HTMLElement;
  key: string | null;
  direction: Direction;
  digest: string;
  /** What Meta's own line in it means, or its label. */
  line: LineKind | null;
  /** The team's words that the customer wrote in it. */
  heard: readonly string[];
}

/** What stands in the pane, in page order. Texts are compared here and not carried on. */
export type PaneItem = Bubble | Between;

interface KnownBubble {
  key: string | null;
  text: string;
  direction: Direction;
  digest: string;
  line: LineKind | null;
  heard: readonly string[];
  keywords: PaneContext["keywords"];
  name: string | null;
  end: Element;
}

/** What was read before: a bubble whose text stands says what it said, and asking the layout is what costs. */
export interface PaneMemory {
  bubbles: WeakMap<Element, KnownBubble>;
  /** The bubbles of the last reading: only of these it was told what has changed since. */
  latest: ReadonlySet<Element>;
  between: ReadBetween;
}

export const createPaneMemory = (): PaneMemory => ({
  bubbles: new WeakMap(),
  latest: new Set(),
  between: createBetween(),
});

const isLabel = (kind: LineKind | null): boolean =>
  kind === "sent_by" || kind === "automatic" || kind === "bot_label";

/**
 * A line of Meta's own in the shape of a message. On the customer's side only payments and the like stand, and they
 * begin with the customer's name: what a customer writes is not to be taken for one.
 */
function lineIn(
  runs: readonly TextRun[],
  direction: Direction,
  { language, name }: PaneContext,
): LineKind | null {
  const label = runs.map((run) => lineKind(run.text, language)).find(isLabel);
  if (direction !== "in" && runs.length > 1 && label) return label;
  const text = runs.map((run) => run.text).join(" ");
  const kind = lineKind(text, language);
  if (kind === null || kind === "reaction" || isLabel(kind)) return null;
  if (direction !== "in") return kind;
  return kind === "notice" && name !== null && text.startsWith(name) ? kind : null;
}

/** "Sent by" stands only under what the Page sent. */
const withLabelled = (items: readonly PaneItem[]): PaneItem[] =>
  items.map((item, index) => {
    const next = items[index + 1];
    const isLabelled = next?.what === "line" && next.kind === "sent_by";
    return item.what === "bubble" && item.direction === null && isLabelled
      ? { ...item, direction: "out" }
      : item;
  });

const runsInside = (element: Element): TextRun[] => runsOf(element, (at) => at.hasAttribute(KEY));

/** What a person reads there, pictures of emoji too, line by line. */
const linesOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join("\n");

function readBubble(element: HTMLElement, end: Element, region: Element, context: PaneContext): KnownBubble {
  const direction = directionOf(
    element,
    { region, end, dir: context.dir, name: context.name },
    context.layout,
  );
  const runs = runsInside(element);
  const said = runs.map(({ text }) => text).join(" ");
  const line = lineIn(runs, direction, context);
  const { keywords } = context;
  const isCustomers = direction === "in" && line === null;
  return {
    key: element.getAttribute(KEY),
    text: linesOf(runs),
    direction,
    digest: digestOf(said),
    line,
    heard: isCustomers ? heardIn(said, keywords).map(({ word }) => word) : [],
    keywords,
    name: context.name,
    end,
  };
}

/** Everything in the pane that bears on who wrote when, in page order. */
export function itemsOf(region: HTMLElement, context: PaneContext, memory: PaneMemory): PaneItem[] {
  const bubbles = bubblesIn(region, context);
  const end = (bubbles.length > 1 && commonAncestor(bubbles)) || region;
  const said = bubbles.map((element): Bubble => {
    const old = memory.bubbles.get(element);
    const isOld =
      old?.direction &&
      old.keywords === context.keywords &&
      old.name === context.name &&
      old.end === end &&
      old.key === element.getAttribute(KEY) &&
      ((memory.latest.has(element) && isUntouched(element, context)) ||
        old.text === linesOf(runsInside(element)));
    const known = isOld ? old : readBubble(element, end, region, context);
    memory.bubbles.set(element, known);
    const { key, direction, digest, line, heard } = known;
    return { what: "bubble", element, key, direction, digest, line, heard };
  });
  memory.latest = new Set(bubbles);
  const rest = memory.between({ region, end, bubbles: memory.latest, context });
  return withLabelled(
    [...said, ...rest].toSorted((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1)),
  );
}
