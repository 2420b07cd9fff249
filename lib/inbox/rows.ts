import type { Precision } from "#lib/domain/precision.ts";
import { ancestorsOf, boxed, isHoverGrid, isWithin } from "./dom.ts";
import type { Finder } from "./finder.ts";
import { isThreadLink } from "./links.ts";
import type { Layout } from "./layout.ts";
import { speakerOf, withoutYou } from "./system-lines.ts";
import { digestOf, nameFrom, type TextRun, runsOf } from "./text.ts";
import { readTimeText } from "./time-text.ts";

/** A row as its own element says it; which thread it is of is settled elsewhere. */
export interface RawRow {
  element: HTMLElement;
  name: string | null;
  lastAt: number | null;
  precision: Precision;
  unread: boolean | null;
  lastSpeaker: "customer" | "business" | null;
  selected: boolean;
  /** The address of the row's own link, where this build of the page has one. */
  href: string | null;
  /** Of the preview without its "You:", to tell whether the pane's last message is the one that the row dates. */
  digest: string | null;
}

export interface RowContext {
  finder: Finder;
  layout: Layout;
  language: string;
  now: number;
}

const isOf = (role: string) => (element: Element) => element.getAttribute("role") === role;
const isNotice = (element: Element): boolean => isOf("alert")(element) || isOf("status")(element);

/**
 * The elements of the rows, top to bottom. Rows appear nested in one another on some builds: the outermost element
 * that holds one row alone stands for it. Notices in the shape of a row are none.
 */
export function rowElements(list: HTMLElement, finder: Finder): HTMLElement[] {
  const marked = finder.union("row", list).filter((element) => !isInert(element, list));
  const links = [...list.querySelectorAll<HTMLElement>("a[href]")].filter(
    (link) => isThreadLink(link) && !isInert(link, list) && !isWithin(link, ...marked),
  );
  const candidates = [...marked, ...links];
  const known = new Set<Element>(candidates);
  // In page order, what lies inside an element follows it at once.
  const innermost = candidates.filter((element, index) => {
    const next = candidates[index + 1];
    return next === undefined || !element.contains(next);
  });
  const rows = innermost.map((element) => {
    const around = [...ancestorsOf(element, list)].filter((ancestor) => known.has(ancestor));
    return around.findLast((one) => innermost.filter((other) => one.contains(other)).length === 1) ?? element;
  });
  return [...new Set(rows.map((row) => boxed(row) ?? row))].toSorted(
    (a, b) => topOf(a, list) - topOf(b, list),
  );
}

function isInert(element: Element, list: Element): boolean {
  for (let at: Element | null = element; at !== null && at !== list; at = at.parentElement)
    if (isHoverGrid(at) || isNotice(at)) return true;
  return false;
}

/** Where the list puts a row: rows are recycled, so their order in the page says nothing. */
function topOf(row: HTMLElement, list: HTMLElement): number {
  for (const at of [row, ...ancestorsOf(row, list)])
    if (at.style.position === "absolute" && at.style.top !== "") return Number.parseFloat(at.style.top);
  return 0;
}

/** The time stands beside a word for screen readers; neither is a name or a preview. */
function isTime(element: Element): boolean {
  if (element.tagName === "ABBR" || element.tagName === "TIME") return true;
  const next = element.nextElementSibling;
  return element.tagName === "SPAN" && next?.tagName === "ABBR" && next.hasAttribute("data-utime");
}

const isUnread = (element: Element): boolean =>
  isHoverGrid(element) || isTime(element) || element.getAttribute("role") === "tooltip";

function titleOf(row: HTMLElement, runs: readonly TextRun[], finder: Finder): TextRun | null {
  const [title] = finder.seek("title", row).elements;
  const run = title && runs.find(({ element }) => title.contains(element));
  if (run) return run;
  const alt = [...row.querySelectorAll("img[alt]")]
    .map((image) => nameFrom(image.getAttribute("alt") ?? ""))
    .find((name) => name !== null && runs.some(({ text }) => nameFrom(text) === name));
  return runs.find(({ text }) => alt !== undefined && nameFrom(text) === alt) ?? runs[0] ?? null;
}

const utimeOf = (row: Element): number | null => {
  const seconds = Number.parseFloat(row.querySelector("abbr[data-utime]")?.getAttribute("data-utime") ?? "");
  return seconds > 0 && seconds < 7_258_118_400 ? Math.round(seconds * 1000) : null;
};

function timeOf(
  row: HTMLElement,
  { now, language }: RowContext,
): { at: number | null; precision: Precision } {
  const at = utimeOf(row);
  if (at !== null) return { at, precision: "second" };
  const stated = [...row.querySelectorAll("abbr,time")].map((element) => element.textContent);
  const runs = runsOf(row, isHoverGrid).map(({ text }) => text);
  for (const text of [...stated, ...runs.slice(1).toReversed()]) {
    const read = readTimeText(text, now, language);
    if (read) return read;
  }
  return { at: null, precision: "unknown" };
}

/** Marks unread rows on some builds. A class name proves nothing; it can only put a plain name in doubt. */
const UNREAD_CLASS = "_284c";

/** A name in bold has not been read. Where the row says otherwise, or no weight is computed, nothing is known. */
function isBold(element: Element, row: Element, layout: Layout): boolean | null {
  const weight = layout.style(element).fontWeight;
  if (weight === "bold" || Number(weight) >= 600) return true;
  return weight === "" || row.classList.contains(UNREAD_CLASS) ? null : false;
}

export const saysSelected = (element: Element): boolean =>
  element.getAttribute("aria-selected") === "true" || element.getAttribute("aria-current") === "page";

/** Reads one row. Its preview is compared with the table of Meta's lines and forgotten. */
export function readRow(row: HTMLElement, list: HTMLElement, context: RowContext): RawRow | null {
  const runs = runsOf(row, isUnread);
  const title = titleOf(row, runs, context.finder);
  const { at, precision } = timeOf(row, context);
  const link = isThreadLink(row) ? row : [...row.querySelectorAll("a[href]")].find(isThreadLink);
  const href = (link ?? row.closest("a[href]"))?.getAttribute("href") ?? null;
  const name = title && nameFrom(title.text);
  if (name === null || name === undefined) return null;
  const preview = title ? runs[runs.indexOf(title) + 1] : undefined;
  const isEvident = at !== null || link !== undefined || context.finder.seek("title", row).by !== null;
  if (!isEvident) return null;
  return {
    element: row,
    name,
    lastAt: at,
    precision,
    unread: title ? isBold(title.element, row, context.layout) : null,
    lastSpeaker:
      preview && !readTimeText(preview.text, context.now, context.language)
        ? speakerOf(preview.text, context.language)
        : null,
    selected: false,
    href: href !== null && href !== "#" ? href : null,
    digest: preview ? digestOf(withoutYou(preview.text, context.language)) : null,
  };
}

/** Of rows that are shown twice, one: no two customers share a name and a time to the millisecond. */
export function withoutDoubles(rows: readonly RawRow[]): RawRow[] {
  const seen = new Set<string>();
  return rows.filter(({ name, lastAt, precision }) => {
    if (lastAt === null || precision !== "second" || name === null) return true;
    const key = `${lastAt} ${name}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
