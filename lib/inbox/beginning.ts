import type { Layout } from "./layout.ts";
import type { PaneReading } from "./messages.ts";

/** How long the oldest message must stand in view, with nothing loading, before it counts as the first of all. */
const STAND_MS = 1_500;

/** Asking the layout costs: it is asked no more often than this. */
const ASK_MS = 500;

export type IsBeginning = (region: HTMLElement | null, pane: PaneReading | null, at: number) => boolean;

const isLoading = (region: HTMLElement): boolean =>
  region.getAttribute("aria-busy") === "true" ||
  region.querySelector("[role=progressbar],[aria-busy=true]") !== null;

/**
 * Whether nothing came before the oldest message: it stands in view at the top of the pane, and nothing was loaded
 * above it for a while. In a page without a layout the answer is no.
 */
export function createBeginning(layout: Layout): IsBeginning {
  let stands: { first: string; since: number } | null = null;
  let asked = { first: "", at: Number.NEGATIVE_INFINITY };
  return (region, pane, at) => {
    const [first] = pane?.messages ?? [];
    const name = first ? (first.key ?? first.digest) : "";
    if (asked.first === name && at - asked.at < ASK_MS)
      return stands !== null && at - stands.since >= STAND_MS;
    asked = { first: name, at };
    const frame = region && layout.box(region);
    const box = first ? layout.box(first.element) : null;
    const isInView = frame !== null && box !== null && frame.height > 0 && box.top >= frame.top;
    if (!region || !first || !isInView || isLoading(region)) {
      stands = null;
      return false;
    }
    if (stands?.first !== name) stands = { first: name, since: at };
    return at - stands.since >= STAND_MS;
  };
}
