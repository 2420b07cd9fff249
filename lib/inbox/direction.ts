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

/** Incoming messages stand beside the customer's picture; the Page's own bubbles are set in a run of colours. */
function bySigns(element: Element, { end, name }: DirectionPlace, layout: Layout): Direction {
  const around = [element, ...ancestorsOf(element, end)].slice(0, 5);
  const isPainted = around.slice(0, 3).some((at) => layout.style(at).backgroundImage.includes("gradient"));
  const [holder] = around.slice(-1);
  const hasPicture =
    name !== null &&
    [...(holder?.querySelectorAll("img[alt]") ?? [])].some((image) => image.getAttribute("alt") === name);
  const isAlone = holder?.querySelectorAll("[data-message-id]").length === 1;
  if (isPainted) return "out";
  return hasPicture && isAlone ? "in" : null;
}

export interface DirectionPlace {
  region: Element;
  /** What holds all messages: from there on, styles are no longer about this one. */
  end: Element;
  dir: "ltr" | "rtl";
  /** The customer's. */
  name: string | null;
}

/**
 * On which side a message stands: by the nearest ancestor that is laid out to one side, then by its place, then by the
 * signs beside it. Where styles and place both speak and disagree, nothing is said.
 */
export function directionOf(element: Element, place: DirectionPlace, layout: Layout): Direction {
  const styled = byStyle(element, place.end, layout);
  const placed = byPlace(layout.box(element), layout.box(place.region), place.dir);
  if (styled !== null && placed !== null && styled !== placed) return null;
  return styled ?? placed ?? bySigns(element, place, layout);
}
