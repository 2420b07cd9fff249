/** The styles that say on which side a message stands, and how a name is set. */
export interface Style {
  display: string;
  flexDirection: string;
  justifyContent: string;
  alignItems: string;
  alignSelf: string;
  fontWeight: string;
  backgroundColor: string;
  backgroundImage: string;
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What the adapter asks of the page's layout: behind an interface, since a saved page has none. */
export interface Layout {
  style: (element: Element) => Style;
  /** Null where an element has no box of its own, or nothing is laid out. */
  box: (element: Element) => Box | null;
}

/** The layout as the window computes it. In a window that lays nothing out every box is null; styles still answer. */
export const layoutOf = (window: Window): Layout => ({
  style: (element) => window.getComputedStyle(element),
  box(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    return width > 0 || height > 0 ? { left, top, width, height } : null;
  },
});
