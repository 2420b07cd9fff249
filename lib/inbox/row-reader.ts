import type { Finder } from "./finder.ts";
import type { Layout } from "./layout.ts";
import { type RawRow, readRow, rowElements, saysSelected, withoutDoubles } from "./rows.ts";
import { ancestorsOf } from "./dom.ts";

export interface RowReader {
  /** The rows, top to bottom. */
  read: (list: HTMLElement, now: number, language: string) => RawRow[];
}

interface Known {
  row: RawRow | null;
  readAt: number;
}

/** A row whose markup stands is read again after this long: its weight, or how a time is written, may hang on more. */
const KEEP_MS = 10_000;
const ROWS = 200;

/** Selected by itself, by what it holds, or by what holds nothing but it. */
function isSelected(row: HTMLElement, list: HTMLElement): boolean {
  const inner = row.querySelector("[aria-selected=true],[aria-current=page]");
  if (saysSelected(row) || (inner !== null && !inner.closest("[role=grid]"))) return true;
  for (const at of ancestorsOf(row, list)) {
    if (at.childElementCount > 1) return false;
    if (saysSelected(at)) return true;
  }
  return false;
}

/** Everything that a row is read from. Where the list puts it is left out: one new row moves all the others. */
function markupOf(row: HTMLElement): string {
  const own = row.getAttributeNames().map((name) => (name === "style" ? "" : row.getAttribute(name)));
  return [row.closest("a[href]")?.getAttribute("href"), ...own, row.innerHTML].join();
}

/**
 * Reads rows, and each again only when its markup is new: most of a list stands still most of the time, and rows that
 * the page recycles show what another one showed.
 */
export function createRowReader(finder: Finder, layout: Layout): RowReader {
  const known = new Map<string, Known>();
  const rowOf = (element: HTMLElement, list: HTMLElement, now: number, language: string): RawRow | null => {
    const html = markupOf(element);
    const old = known.get(html);
    if (old && now - old.readAt < KEEP_MS) return old.row;
    const row = readRow(element, list, { finder, layout, language, now });
    known.delete(html);
    known.set(html, { row, readAt: now });
    for (const oldest of known.keys()) {
      if (known.size <= ROWS) break;
      known.delete(oldest);
    }
    return row;
  };
  return {
    read(list, now, language) {
      const rows = rowElements(list, finder).map((element) => {
        const row = rowOf(element, list, now, language);
        return row && { ...row, element, selected: isSelected(element, list) };
      });
      return withoutDoubles(rows.filter((row) => row !== null));
    },
  };
}
