import { ancestorsOf, isControl, isHoverGrid, isWithin } from "./dom.ts";
import { directionOf } from "./direction.ts";
import { meaningOf, type PaneContext } from "./pane-context.ts";
import { runsOf } from "./text.ts";

export const KEY = "data-message-id";

/** Nothing that people wrote stands in these. */
export const isQuiet = (element: Element): boolean =>
  isControl(element) ||
  isHoverGrid(element) ||
  /^(?:tooltip|textbox|progressbar|menu)$/.test(element.getAttribute("role") ?? "");

const isInMessage = (element: Element, region: Element): boolean =>
  [...ancestorsOf(element, region)].some((ancestor) => ancestor.hasAttribute(KEY));

const leavesIn = (root: HTMLElement): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>("[dir=auto]")].filter(
    (leaf) =>
      !leaf.querySelector("[dir=auto]") && !leaf.closest("[role=button],[role=tooltip],[role=heading]"),
  );

/** One id may stand around several bubbles. They are one message, unless they stand on both sides. */
function withoutMixed(message: HTMLElement, { layout, dir }: PaneContext): HTMLElement[] {
  const leaves = leavesIn(message);
  if (leaves.length < 2) return [message];
  const sides = new Set(
    leaves.map((leaf) =>
      directionOf(leaf, { region: message, end: message, dir, name: null }, { ...layout, box: () => null }),
    ),
  );
  return sides.has("in") && sides.has("out") ? leaves : [message];
}

/** Without ids and without marked texts, every run that stands for itself may be a bubble. */
function plainBubbles(region: HTMLElement): HTMLElement[] {
  const boxes = runsOf(region, isQuiet).map(
    ({ element }) =>
      // safe because: the region is an HTML element, and so is every box below it that holds text.
      [element, ...ancestorsOf(element, region)].find(
        (at) => !/^(?:SPAN|A|B|STRONG|EM|IMG)$/.test(at.tagName),
      ) as HTMLElement | undefined,
  );
  return [...new Set(boxes)].filter((box) => box !== undefined);
}

/** Not a time, not a label or part of one, and not the customer's name alone. */
function isSpoken(element: HTMLElement, context: PaneContext): boolean {
  const whole = element.tagName === "SPAN" ? (element.parentElement ?? element) : element;
  const runs = runsOf(whole, isQuiet);
  const isOnlyName = runs.length === 1 && runs[0]?.text === context.name;
  return runs.length > 0 && !isOnlyName && runs.every((run) => meaningOf(run, context) === null);
}

/**
 * The messages of a pane, oldest first: by their id, of quotes the outer one; then texts in their own direction that
 * carry no id; in a pane with neither, every run of text.
 */
export function bubblesIn(region: HTMLElement, context: PaneContext): HTMLElement[] {
  const keyed = context.finder
    .union("message", region)
    .filter((element) => !isInMessage(element, region))
    .flatMap((message) => withoutMixed(message, context));
  const bare = leavesIn(region).filter((leaf) => !isWithin(leaf, ...keyed));
  const loose = keyed.length + bare.length > 0 ? bare : plainBubbles(region);
  return [...keyed, ...loose.filter((element) => isSpoken(element, context))];
}
