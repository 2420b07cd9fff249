type PageWindow = Window & typeof globalThis;

/**
 * The window as the page has it. Firefox shows content scripts a view of their own; what the page's editor is to read
 * must be made in the page's. Elsewhere the two are one.
 */
export function pageWindow(window: PageWindow): PageWindow {
  const own: unknown = Reflect.get(window, "wrappedJSObject");
  // safe because: where Firefox gives one, it is this very window without the view.
  return (own ?? window) as PageWindow;
}

/** The element as the page has it; see {@link pageWindow}. */
export function pageElement<Kind extends Element>(element: Kind): Kind {
  const own: unknown = Reflect.get(element, "wrappedJSObject");
  // safe because: where Firefox gives one, it is this very element without the view.
  return (own ?? element) as Kind;
}
