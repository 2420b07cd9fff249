import type { Finder } from "./finder.ts";
import type { Layout } from "./layout.ts";
import { type RawRow, readRow, rowElements, saysSelected, withoutDoubles } from "./rows.ts";
import { ancestorsOf } from "./dom.ts";
import { isSame } from "./same.ts";

export interface RowReader {
  /**
   * The rows, top to bottom; a row that says what it said is the same object, and so is a list of the same rows.
   * @param touched what was told to have changed in the list; null where nothing was told, and every row is compared
   */
  read: (
    list: HTMLElement,
    now: number,
    language: string,
    touched: ReadonlySet<Node> | null,
  ) => readonly RawRow[];
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

const linkAround = (row: HTMLElement): string | null => row.closest("a[href]")?.getAttribute("href") ?? null;

/** The number of a row in the list, at the end of its surface's path. */
const PLACE = /(data-surface="[^"]*?)\d+(?=")/g;

/** Everything that a row is read from. Where the list puts it is left out: one new row moves all the others. */
const markupOf = (row: HTMLElement): string =>
  [linkAround(row), row.className, row.innerHTML.replace(PLACE, "$1")].join();

/**
 * Reads rows, and each again only when something in it has changed: most of a list stands still most of the time, and
 * rows that the page recycles show what another one showed.
 */
export function createRowReader(finder: Finder, layout: Layout): RowReader {
  const byMarkup = new Map<string, Known>();
  /** The rows of the last reading: only of these it was told what has changed since. */
  let byElement = new Map<Element, { row: RawRow | null; around: string | null; language: string }>();
  let last: readonly RawRow[] = [];

  const compared = (
    element: HTMLElement,
    list: HTMLElement,
    now: number,
    language: string,
  ): RawRow | null => {
    const html = markupOf(element);
    const old = byMarkup.get(html);
    if (old && now - old.readAt < KEEP_MS) return old.row;
    const row = readRow(element, list, { finder, layout, language, now });
    byMarkup.delete(html);
    byMarkup.set(html, { row, readAt: now });
    for (const oldest of byMarkup.keys()) {
      if (byMarkup.size <= ROWS) break;
      byMarkup.delete(oldest);
    }
    return row;
  };

  return {
    read(list, now, language, touched) {
      const before = byElement;
      byElement = new Map();
      const rows = rowElements(list, finder).map((element) => {
        const old = before.get(element);
        const around = linkAround(element);
        const stands =
          old?.language === language &&
          old.around === around &&
          touched !== null &&
          [...touched].every((node) => !element.contains(node));
        const raw = stands ? old.row : compared(element, list, now, language);
        const row = raw && { ...raw, element, selected: isSelected(element, list) };
        const given = row && isSame(row, old?.row) ? (old?.row ?? null) : row;
        byElement.set(element, { row: given, around, language });
        return given;
      });
      const found = withoutDoubles(rows.filter((row) => row !== null));
      if (!isSame(found, last)) last = found;
      return last;
    },
  };
}
