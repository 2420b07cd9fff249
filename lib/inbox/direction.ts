import { ancestorsOf } from "./dom.ts";
import type { Box, Layout, Style } from "./layout.ts";

/** `in` is the customer's side. Null where the page does not say, or its signs disagree. */
export type Direction = "in" | "out" | null;

const START = /^(?:flex-start|start|left|self-start)$/;
const END = /^(?:flex-end|end|right|self-end)$/;

/** What one element's own style says about the side of what it holds. */
function sideOf(style: Style, isParent: boolean): Direction {
  const isReverse = style.flexDirection === "row-reverse";
  const isColumn = style.flexDirection.startsWith("column");
  if (!isColumn && isParent) {
    if (START.test(style.justifyContent)) return isReverse ? "out" : "in";
    if (END.test(style.justifyContent)) return isReverse ? "in" : "out";
    if (isReverse && style.display.includes("flex")) return "out";
  }
  if (isColumn && isParent && style.alignItems === "flex-end") return "out";
  if (style.alignSelf === "flex-end") return "out";
  return style.alignSelf === "flex-start" ? "in" : null;
}

function byStyle(element: Element, end: Element, layout: Layout): Direction {
  const own = sideOf(layout.style(element), false);
  if (own !== null) return own;
  for (const at of ancestorsOf(element, end)) {
    const side = sideOf(layout.style(at), true);
    if (side !== null) return side;
  }
  return null;
}

/** The grey zone: a wide bubble reaches over the middle from either side. */
const GREY = [0.44, 0.56] as const;

function byPlace(box: Box | null, region: Box | null, dir: "ltr" | "rtl"): Direction {
  if (!box || !region || box.width === 0 || region.width === 0) return null;
  const share = (box.left + box.width / 2 - region.left) / region.width;
  const fromStart = dir === "rtl" ? 1 - share : share;
  if (fromStart < GREY[0]) return "in";
  return fromStart > GREY[1] ? "out" : null;
}

/**
 * On which side a message stands: by the nearest ancestor that is laid out to one side, then by its place. Where both
 * speak and disagree, nothing is said.
 * @param end what holds all messages: from there on, styles are no longer about this one
 */
export function directionOf(
  element: Element,
  { region, end, dir }: { region: Element; end: Element; dir: "ltr" | "rtl" },
  layout: Layout,
): Direction {
  const styled = byStyle(element, end, layout);
  const placed = byPlace(layout.box(element), layout.box(region), dir);
  if (styled !== null && placed !== null && styled !== placed) return null;
  return styled ?? placed;
}
