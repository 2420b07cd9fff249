const known = new WeakMap<Element, Element>();

/** The nearest ancestor that scrolls its content, else the document's own. Remembered by the element's parent. */
export function scrollerOf(element: Element): Element {
  const start = element.parentElement;
  const root = element.ownerDocument.documentElement;
  if (!start) return root;
  const before = known.get(start);
  if (before?.contains(start)) return before;
  let scroller = start;
  const view = element.ownerDocument.defaultView;
  while (scroller.parentElement && !/auto|scroll/.test(view?.getComputedStyle(scroller).overflowY ?? ""))
    scroller = scroller.parentElement;
  known.set(start, scroller);
  return scroller;
}
