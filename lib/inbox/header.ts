import { ancestorsOf, isControl, isHoverGrid, isHtml, isWithin } from "./dom.ts";
import type { Places } from "./locate.ts";
import { nameFrom, runsOf, type TextRun } from "./text.ts";

/** The name over the open conversation, and the element that shows it (the probe asks there). */
export interface HeaderReading {
  name: string | null;
  element: HTMLElement | null;
}

const isSkipped = (element: Element): boolean =>
  isControl(element) ||
  isHoverGrid(element) ||
  element.getAttribute("role") === "menu" ||
  element.getAttribute("role") === "alert" ||
  element.getAttribute("role") === "status" ||
  element.tagName === "NAV";

/** A name is kept to one line; headings such as "Inbox" are not. */
const isClamped = ({ element }: TextRun): boolean =>
  [element, element.parentElement].some(
    (at) => isHtml(at) && at.style.getPropertyValue("-webkit-line-clamp") === "1",
  );

const isHeading = ({ element }: TextRun): boolean => element.closest("h1,h2,h3,[role=heading]") !== null;

/** Words that the page uses for itself: its tabs and its own headings outside the conversation. */
export function pageWords({ tabs, pane, header }: Places, root: HTMLElement): ReadonlySet<string> {
  const headings = [...root.querySelectorAll("h1,h2,[role=heading],[role=tab]")].filter(
    (heading) => !isWithin(heading, pane, header),
  );
  const texts = [...headings, ...(tabs?.querySelectorAll("a") ?? [])].map((element) =>
    nameFrom(element.textContent),
  );
  return new Set(texts.filter((text) => text !== null));
}

/** What stands above the messages in the pane, where no anchor names the header. */
function aboveMessages({ region, list, tabs }: Places, root: HTMLElement): HTMLElement | null {
  if (!region) return null;
  for (const at of [region, ...ancestorsOf(region, root)]) {
    if (at.contains(list) || at.contains(tabs)) return null;
    const before = [...(at.parentElement?.children ?? [])].filter(isHtml);
    const above = before
      .slice(0, before.indexOf(at))
      .filter((one) => !isWithin(one, list, tabs) && !one.contains(list) && !one.contains(tabs))
      .find((one) => runsOf(one, isSkipped).length > 0);
    if (above) return above;
  }
  return null;
}

/**
 * Reads the name over the open conversation: the text that a row of the list shows too, else the one that is kept to
 * one line, else the first that is no heading and none of the page's own words. Null rather than a word of the page.
 * @param words the page's own, as {@link pageWords} reads them
 * @param rowNames names in the list, the selected row's first
 */
export function readHeader(
  places: Places,
  root: HTMLElement,
  words: ReadonlySet<string>,
  rowNames: readonly string[],
): HeaderReading {
  const element = places.header ?? aboveMessages(places, root);
  if (!element) return { name: null, element: null };
  const runs = runsOf(element, isSkipped).filter(({ text }) => !words.has(nameFrom(text) ?? ""));
  const names = runs.map(({ text }) => nameFrom(text));
  const inList = rowNames.find((name) => names.includes(name));
  const run =
    runs[names.indexOf(inList ?? "")] ??
    runs.find(isClamped) ??
    runs.find((one) => !isHeading(one)) ??
    (places.header ? runs[0] : undefined);
  return { name: run ? nameFrom(run.text) : null, element };
}
