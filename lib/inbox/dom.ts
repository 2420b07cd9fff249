/** Below this point the page's elements are read as HTML elements; SVG and the like are never places. */
export const isHtml = (element: Element | null): element is HTMLElement =>
  element !== null && element.namespaceURI === "http://www.w3.org/1999/xhtml";

export const isWithin = (element: Node, ...places: readonly (Node | null)[]): boolean =>
  places.some((place) => place?.contains(element) === true);

const FOLLOWING = 4;

/** Whether `second` begins after `first` in page order and is no part of it. */
export const follows = (first: Node, second: Node): boolean =>
  (first.compareDocumentPosition(second) & FOLLOWING) !== 0 && !first.contains(second);

/** Ancestors from the parent outwards, up to and without `end`. */
export function* ancestorsOf(element: Element, end: Element | null): Generator<HTMLElement> {
  for (let at = element.parentElement; at !== null && at !== end; at = at.parentElement) yield at;
}

/** The innermost element that holds all of them; null for none, or where only the body does. */
export function commonAncestor(elements: readonly Element[]): HTMLElement | null {
  const [first] = elements;
  if (!first) return null;
  for (const ancestor of ancestorsOf(first, first.ownerDocument.body))
    if (elements.every((element) => ancestor.contains(element))) return ancestor;
  return null;
}

/** Surface wrappers have no box of their own: their only child stands for them, or what is around them. */
export function boxed(element: HTMLElement | null): HTMLElement | null {
  let at = element;
  while (at?.hasAttribute("data-surface-wrapper") === true) {
    const only = at.childElementCount === 1 ? at.firstElementChild : null;
    if (!isHtml(only)) return at.parentElement;
    at = only;
  }
  return at;
}

/** The hidden actions over the right side of a row move conversations away: nothing in them is ever read or touched. */
export const isHoverGrid = (element: Element): boolean => element.getAttribute("role") === "grid";

export const isControl = (element: Element): boolean =>
  element.tagName === "BUTTON" ||
  element.getAttribute("role") === "button" ||
  element.hasAttribute("aria-haspopup");
