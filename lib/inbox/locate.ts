import { ancestorsOf, commonAncestor, follows, isHtml, isWithin } from "./dom.ts";
import type { Finder, Hit } from "./finder.ts";
import { isInboxLink, threadLinks } from "./links.ts";
import { isComposer } from "./composer.ts";

/** The parts of one page, and which alternative found each; a part that is not there is null. */
export interface Places {
  surface: boolean;
  list: HTMLElement | null;
  header: HTMLElement | null;
  region: HTMLElement | null;
  composer: HTMLElement | null;
  tabs: HTMLElement | null;
  details: HTMLElement | null;
  /** What holds header, messages and composer together. */
  pane: HTMLElement | null;
  by: Record<string, string | null>;
}

/** A page that has none of the parts. */
export const NOWHERE: Places = {
  surface: false,
  list: null,
  header: null,
  region: null,
  composer: null,
  tabs: null,
  details: null,
  pane: null,
  by: {},
};

const first = ({ elements }: Hit): HTMLElement | null => elements[0] ?? null;

function locateRegion(
  finder: Finder,
  root: HTMLElement,
  list: HTMLElement | null,
): [HTMLElement | null, string | null] {
  const isFree = (element: HTMLElement) =>
    !isWithin(element, list) && !(list && element.contains(list)) && !element.closest("[role=complementary]");
  const hit = finder.seek("region", root, isFree);
  if (hit.by !== null) return [first(hit), hit.by];
  const messages = finder.seek("message", root, isFree).elements;
  const holder = commonAncestor(messages);
  return holder && isFree(holder) ? [holder, "region.messages"] : [null, null];
}

const isFreeRow = (element: HTMLElement): boolean =>
  !element.closest("[role=region],[role=main]") && element.querySelector("abbr[data-utime],a[href]") !== null;

function locateList(finder: Finder, root: HTMLElement): [HTMLElement | null, string | null] {
  const hit = finder.seek("list", root);
  if (hit.by !== null) return [first(hit), hit.by];
  const rows = finder.seek("row", root, isFreeRow).elements;
  if (rows.length > 0) return [commonAncestor(rows), "list.rows"];
  const links = threadLinks(root).filter((link) => !link.closest("[role=tablist],[role=main],[role=tab]"));
  return links.length > 0 ? [commonAncestor(links), "list.links"] : [null, null];
}

/** The composer stands after the messages and nearest to them; a note field of the details does not. */
function locateComposer(
  finder: Finder,
  root: HTMLElement,
  region: HTMLElement | null,
  outside: readonly (HTMLElement | null)[],
): [HTMLElement | null, string | null] {
  const isFree = (element: HTMLElement) => isComposer(element) && !isWithin(element, region, ...outside);
  if (!region) {
    const hit = finder.seek(
      "composer",
      root,
      (element) => isFree(element) && element.closest("[role=main]") !== null,
    );
    return [first(hit), hit.by];
  }
  for (const ancestor of ancestorsOf(region, root)) {
    const hit = finder.seek("composer", ancestor, (element) => isFree(element) && follows(region, element));
    if (hit.by !== null) return [first(hit), hit.by];
    if (outside.some((place) => place && ancestor.contains(place) && isHtml(place))) break;
  }
  return [null, null];
}

/** Finds the parts of the page below `root`, by the anchors first and by their shape where those are gone. */
export function locate(root: HTMLElement, finder: Finder): Places {
  const surface = finder.seek("surface", root);
  const [list, listBy] = locateList(finder, root);
  const tabs = finder.seek("tabs", root, (element) =>
    [...element.querySelectorAll("a[href]")].some(isInboxLink),
  );
  const details = finder.seek("details", root, (element) => !(list && element.contains(list)));
  const [region, regionBy] = locateRegion(finder, root, list);
  const header = finder.seek(
    "header",
    root,
    (element) => !isWithin(element, region, list) && !(region && element.contains(region)),
  );
  const [composer, composerBy] = locateComposer(finder, root, region, [list, first(details), first(header)]);
  const parts = [first(header), region, composer].filter((part) => part !== null);
  return {
    surface: surface.by !== null || listBy === "list.links",
    list,
    header: first(header),
    region,
    composer,
    tabs: first(tabs),
    details: first(details),
    pane: parts.length > 1 ? commonAncestor(parts) : (parts[0] ?? null),
    by: {
      surface: surface.by,
      list: listBy,
      header: header.by,
      messages: regionBy,
      composer: composerBy,
      tabs: tabs.by,
      details: details.by,
    },
  };
}
