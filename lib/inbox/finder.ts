import { type AnchorName, type AnchorPack, ANCHORS } from "#lib/domain/anchor-pack.ts";
import { RungError } from "#lib/errors.ts";
import { selectorOf } from "./anchors.ts";
import { isHtml } from "./dom.ts";

/** A thing that the page was expected to have. */
export class NotFound extends RungError {
  override readonly name = "NotFound";

  constructor(anchor: AnchorName) {
    super("not_found", `This page does not show its ${anchor} where Rung knows to look.`);
  }
}

/** What one alternative found; `by` is its id, for the report of what still works. */
export interface Hit {
  elements: HTMLElement[];
  by: string | null;
}

/** Looks for things by the pack: `find` throws, `seek` may miss. Alternatives are tried in order. */
export interface Finder {
  pack: AnchorPack;
  find: (anchor: AnchorName, root: ParentNode) => HTMLElement;
  seek: (anchor: AnchorName, root: ParentNode, fits?: (element: HTMLElement) => boolean) => Hit;
  /** Everything that any alternative of the anchor names, once each, in page order. */
  union: (anchor: AnchorName, root: ParentNode) => HTMLElement[];
  /** How many elements each alternative names: the proof that `health` and the fixtures check. */
  counts: (root: ParentNode) => Record<string, number>;
}

const elementsIn = (root: ParentNode, selector: string): HTMLElement[] =>
  [...root.querySelectorAll(selector)].filter(isHtml);

/** @param allows what a pack may name at all, whatever it says */
export function createFinder(
  pack: AnchorPack,
  allows: (anchor: AnchorName, element: HTMLElement) => boolean = () => true,
): Finder {
  const table = new Map(
    ANCHORS.map((anchor) => [
      anchor,
      pack.anchors[anchor].map((alternative) => ({ id: alternative.id, selector: selectorOf(alternative) })),
    ]),
  );
  const waysTo = (anchor: AnchorName) => table.get(anchor) ?? [];
  const seek: Finder["seek"] = (anchor, root, fits = () => true) => {
    for (const { id, selector } of waysTo(anchor)) {
      const elements = elementsIn(root, selector).filter((one) => allows(anchor, one) && fits(one));
      if (elements.length > 0) return { elements, by: id };
    }
    return { elements: [], by: null };
  };
  return {
    pack,
    seek,
    find(anchor, root) {
      const [element] = seek(anchor, root).elements;
      if (!element) throw new NotFound(anchor);
      return element;
    },
    union: (anchor, root) =>
      elementsIn(
        root,
        waysTo(anchor)
          .map(({ selector }) => selector)
          .join(","),
      ).filter((one) => allows(anchor, one)),
    counts: (root) =>
      Object.fromEntries(
        ANCHORS.flatMap(waysTo).map(({ id, selector }) => [id, root.querySelectorAll(selector).length]),
      ),
  };
}
