import { type Precision, PRECISIONS, widthOf } from "#lib/domain/precision.ts";
import type { PaneContext } from "./pane-context.ts";
import type { PaneItem } from "./pane-items.ts";

/** When a message was written: epoch ms, and how exactly that is known; `at` is null where the pane does not say. */
export interface MessageTime {
  at: number | null;
  precision: Precision;
}

const UNKNOWN: MessageTime = { at: null, precision: "unknown" };

const secondsOf = (element: Element | null): number | null => {
  const seconds = Number.parseFloat(element?.getAttribute("data-utime") ?? "");
  return seconds > 0 && seconds < 7_258_118_400 ? Math.round(seconds * 1000) : null;
};

/** The element that gives a message its exact time: itself, something in it, or the group around it. */
function clockOf(element: Element, region: Element): Element | null {
  const inner = element.hasAttribute("data-utime") ? element : element.querySelector("[data-utime]");
  if (inner) return inner;
  const outer = element.closest("[data-utime]");
  return outer !== null && outer !== region && region.contains(outer) ? outer : null;
}

/** The finest precision whose width reaches from `from` to `to`; nothing where a day is not enough. */
const precisionOver = (from: number, to: number): Precision | undefined =>
  PRECISIONS.find((precision) => precision !== "unknown" && to - from <= widthOf(precision));

/**
 * The times of the messages of a pane, in page order. `data-utime` is exact for the first message of its group and good to the
 * minute for the others. A written time dates the message after it; those that follow lie between it and the next
 * known time, and are known as well as that is narrow. The last message takes the time of the conversation's row where
 * the row shows the same text.
 */
export function timesOf(
  items: readonly PaneItem[],
  region: Element,
  { now, tail }: Pick<PaneContext, "now" | "tail">,
): Map<PaneItem, MessageTime> {
  const times = new Map<PaneItem, MessageTime>();
  const clocks = new Set<Element>();
  let written: { at: number; precision: Precision; isFresh: boolean } | null = null;
  for (const item of items) {
    if (item.what === "divider") {
      written = item.time.precision === "day" ? null : { ...item.time, isFresh: true };
      continue;
    }
    const clock = clockOf(item.element, region);
    const at = secondsOf(clock);
    if (clock && at !== null) {
      times.set(item, { at, precision: clocks.has(clock) ? "minute" : "second" });
      if (item.what === "bubble") clocks.add(clock);
    } else if (written?.isFresh === true) times.set(item, { at: written.at, precision: written.precision });
    if (item.what === "bubble" && written) written.isFresh = false;
  }
  const last = items.findLast((item) => item.what === "bubble");
  if (last && tail?.digest === last.digest && times.get(last)?.precision !== "second")
    times.set(last, { at: tail.at, precision: "second" });
  return fillGaps(items, times, now);
}

function fillGaps(
  items: readonly PaneItem[],
  known: ReadonlyMap<PaneItem, MessageTime>,
  now: number,
): Map<PaneItem, MessageTime> {
  const lowerBounds: (number | null)[] = [];
  let lower: number | null = null;
  for (const item of items) {
    const at = item.what === "divider" ? item.time.at : (known.get(item)?.at ?? null);
    if (at !== null) lower = Math.max(lower ?? 0, at);
    lowerBounds.push(lower);
  }
  const times = new Map<PaneItem, MessageTime>();
  let upper = now;
  for (const [index, item] of [...items.entries()].toReversed()) {
    const time = known.get(item) ?? boundedTime(lowerBounds[index] ?? null, upper);
    times.set(item, time);
    const at = item.what === "divider" ? item.time.at + widthOf(item.time.precision) : known.get(item)?.at;
    if (at !== undefined && at !== null) upper = Math.min(upper, at);
  }
  return times;
}

function boundedTime(from: number | null, to: number): MessageTime {
  const precision = from === null || to < from ? undefined : precisionOver(from, to);
  return from === null || precision === undefined ? UNKNOWN : { at: from, precision };
}
