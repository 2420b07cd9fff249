import type { Layout } from "./layout.ts";
import type { PaneReading } from "./messages.ts";

/** How long the oldest message must stand in view, with nothing loading, before it counts as the first of all. */
const STAND_MS = 1_000;

/** Asking the layout costs: it is asked no more often than this, and once more when the time is up. */
const ASK_MS = 500;

export interface BeginningSeen {
  isSeen: boolean;
  /** When it may be seen although nothing changes until then, on the clock of `at`; null for no such time. */
  dueAt: number | null;
}

export type SeeBeginning = (
  region: HTMLElement | null,
  pane: PaneReading | null,
  at: number,
) => BeginningSeen;

const NOT_SEEN: BeginningSeen = { isSeen: false, dueAt: null };

const isLoading = (region: HTMLElement): boolean =>
  region.getAttribute("aria-busy") === "true" ||
  region.querySelector("[role=progressbar],[aria-busy=true]") !== null;

/**
 * Whether nothing came before the oldest message: it stands in view at the top of the pane, and nothing was loaded
 * above it for a while. In a page without a layout the answer is no.
 */
export function createBeginning(layout: Layout): SeeBeginning {
  let stands: { first: string; since: number; isSeen: boolean } | null = null;
  let asked = { first: "", at: Number.NEGATIVE_INFINITY };

  const isInView = (region: HTMLElement, first: Element): boolean => {
    const frame = layout.box(region);
    const box = layout.box(first);
    return frame !== null && box !== null && frame.height > 0 && box.top >= frame.top;
  };
  const seen = (): BeginningSeen =>
    stands ? { isSeen: stands.isSeen, dueAt: stands.isSeen ? null : stands.since + STAND_MS } : NOT_SEEN;

  return (region, pane, at) => {
    const [first] = pane?.messages ?? [];
    const name = first ? (first.key ?? first.digest) : "";
    const isDue = stands?.isSeen === false && at - stands.since >= STAND_MS;
    if (asked.first === name && at - asked.at < ASK_MS && !isDue) return seen();
    asked = { first: name, at };
    if (!region || !first || !isInView(region, first.element) || isLoading(region)) {
      stands = null;
      return NOT_SEEN;
    }
    if (stands?.first !== name) stands = { first: name, since: at, isSeen: false };
    stands.isSeen = at - stands.since >= STAND_MS;
    return seen();
  };
}
