import { isQuiet } from "./bubbles.ts";
import { isUntouched, meaningOf, type PaneContext } from "./pane-context.ts";
import type { LineKind } from "./system-lines-table.ts";
import { isBox, runsOf } from "./text.ts";
import type { ReadTime } from "./time-text.ts";

/** What stands between the messages: a line of the page's own, or a time. */
export type Between =
  | { what: "line"; element: Element; kind: LineKind }
  | { what: "divider"; element: Element; time: ReadTime };

interface Pane {
  region: HTMLElement;
  /** What holds all messages. */
  end: Element;
  bubbles: ReadonlySet<Element>;
  context: PaneContext;
}

export type ReadBetween = (pane: Pane) => Between[];

interface Known {
  /** All that the reading hangs on, besides what stands in the pane. */
  ground: readonly unknown[];
  /** Outside of what holds the messages. */
  outside: Between[];
  blocks: Map<Element, Between[]>;
}

const MINUTE_MS = 60_000;

function readIn(root: Element, { bubbles, context }: Pane): Between[] {
  if (bubbles.has(root) || isQuiet(root)) return [];
  return runsOf(root, (at) => isQuiet(at) || bubbles.has(at)).flatMap((run): Between[] => {
    const meaning = meaningOf(run, context);
    if (meaning === null) return [];
    return typeof meaning === "string"
      ? [{ what: "line", element: run.element, kind: meaning }]
      : [{ what: "divider", element: run.element, time: meaning }];
  });
}

/** Only boxes, one below the other: no run of text reaches over two of them. */
const isOfBoxes = ({ childNodes, children }: Element): boolean =>
  [...children].every(isBox) && [...childNodes].every((node) => "tagName" in node || !node.nodeValue?.trim());

/**
 * Reads what stands between the messages. What holds the messages is read child by child, and a child again only when
 * something in it was told to have changed: of a long conversation most stands still.
 */
export function createBetween(): ReadBetween {
  let known: Known | null = null;
  return (pane) => {
    const { region, end, bubbles, context } = pane;
    const { language, name, now, touched } = context;
    const hasIds = [...bubbles].some((bubble) => bubble !== end && end.contains(bubble));
    const ground = [region, end, language, name, Math.floor(now / MINUTE_MS), hasIds];
    const isBlocked = end !== region && isOfBoxes(end);
    const isOld =
      known !== null &&
      touched !== null &&
      known.ground.every((one, index) => one === ground[index]) &&
      [...touched].every((node) => end.contains(node));
    if (!isBlocked) {
      known = null;
      return readIn(region, pane);
    }
    const old = isOld ? known : null;
    const blocks = new Map(
      [...end.children].map((block) => {
        const items = old?.blocks.get(block);
        return [block, items && isUntouched(block, context) ? items : readIn(block, pane)] as const;
      }),
    );
    const outside =
      old?.outside ?? readIn(region, pane).filter(({ element }) => !end.contains(element) || element === end);
    known = { ground, outside, blocks };
    return [...outside, ...blocks.values()].flat();
  };
}
