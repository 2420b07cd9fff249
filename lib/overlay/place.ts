/** A rectangle of the viewport, in CSS px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const isEmpty = ({ width, height }: Box): boolean => width === 0 && height === 0;

/** Where an element is seen. A wrapper without a box of its own (`display: contents`) is where its children are. */
export function boxOf(element: Element): Box {
  const own = element.getBoundingClientRect();
  if (!isEmpty(own)) return own;
  const inner = [...element.children].map(boxOf).filter((box) => !isEmpty(box));
  const left = Math.min(...inner.map((box) => box.left));
  const top = Math.min(...inner.map((box) => box.top));
  const width = Math.max(...inner.map((box) => box.left + box.width)) - left;
  const height = Math.max(...inner.map((box) => box.top + box.height)) - top;
  return inner.length === 0 ? own : { left, top, width, height };
}

/** How far above the composer its block may begin: a row of buttons, not a list of messages. */
const BLOCK_SLACK = 120;

/** The outermost element around the composer, inside the pane, that begins with it: the part that makes room. */
export function blockOf(composer: HTMLElement, pane: HTMLElement | null): HTMLElement {
  const { top } = boxOf(composer);
  let block = composer;
  for (let next = composer.parentElement; next && next !== pane; next = next.parentElement) {
    const box = next.getBoundingClientRect();
    if (isEmpty(box)) continue;
    if (next.contains(pane) || box.top < top - BLOCK_SLACK) break;
    block = next;
  }
  return block;
}

/** `above` the composer, at the `end` of a pane that has none, or `floating` where neither was found. */
export interface Stand {
  how: "above" | "end" | "floating";
  left: number;
  width: number;
  /** From the viewport's bottom to the bar's. */
  bottom: number;
}

const MARGIN = 8;
const GAP = 4;
const WIDEST = 960;
const NARROWEST = 240;
/** Folded, its parts stand below one another where they must. */
const NARROWEST_FOLDED = 140;

interface Ground {
  pane: Box | null;
  block: Box | null;
  viewport: { width: number; height: number };
}

/** Where the bar stands: as wide as the conversation, never wider than is easy to read. */
export function standOf({ pane, block, viewport }: Ground, isFolded = false): Stand {
  const ground = pane ?? block ?? { left: 0, top: 0, ...viewport };
  const left = Math.max(ground.left, 0);
  const right = Math.min(ground.left + ground.width, viewport.width);
  const narrowest = isFolded ? NARROWEST_FOLDED : NARROWEST;
  const width = Math.max(narrowest, Math.min(WIDEST, right - left - 2 * MARGIN));
  const how = block ? "above" : pane ? "end" : "floating";
  const edge = block ? block.top : pane ? Math.min(pane.top + pane.height, viewport.height) : viewport.height;
  // A conversation narrower than the narrowest bar: the bar stays in the window, over the list if it must.
  const most = Math.max(viewport.width - width - GAP, 0);
  const from = Math.min(Math.max(left + (right - left - width) / 2, 0), most);
  return { how, left: from, width, bottom: viewport.height - edge + GAP };
}

/** The room that a bar of some height asks for. */
export const roomFor = (height: number): number => height + 2 * GAP;

/** Something else lies over the middle of the element: a dialog, a picture. Then the bar has no business there. */
export function isCovered(element: HTMLElement, host: Element): boolean {
  const { left, top, width, height } = boxOf(element);
  const hit = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  return hit !== null && hit !== host && !element.contains(hit) && !hit.contains(element);
}

/** How high the bar is by the width that it has: its lines as its sheet lays them out. */
const heightOf = (width: number): number => (width >= 818 ? 82 : width >= 498 ? 106 : 200);
/** What a conversation needs besides: its header, a few lines to read, and the composer. */
const NEEDED = 200;

/** The conversation has no room for the whole bar: one line of it must do. Sizes are those that the bar does not change. */
export function isLow({ pane, viewport }: Ground, width: number): boolean {
  if (pane && pane.width < NARROWEST + 2 * MARGIN) return true;
  if (!pane) return viewport.height < heightOf(width) + NEEDED;
  const seen = Math.min(pane.top + pane.height, viewport.height) - Math.max(pane.top, 0);
  return seen < heightOf(width) + NEEDED;
}
