const ATTRIBUTE = "data-rung-room";

const scrolls = (element: Element): boolean => element.scrollHeight > element.clientHeight + 1;

/** What scrolls right above an element: the messages, which give the room. */
function scrollerBefore(element: Element): Element | null {
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
    const inner = [before, ...before.querySelectorAll("*")].find(
      (one) => scrolls(one) && /auto|scroll/.test(getComputedStyle(one).overflowY),
    );
    if (inner) return inner;
  }
  return null;
}

const toEnd = ({ scrollHeight, clientHeight, scrollTop }: Element): number =>
  scrollHeight - clientHeight - scrollTop;

/** Changes the layout and keeps the last messages that were in sight in sight. */
function keepingEnd(scroller: Element | null, change: () => void): void {
  const before = scroller && toEnd(scroller);
  change();
  if (scroller && before !== null) scroller.scrollTop += toEnd(scroller) - before;
}

/**
 * Makes room for the bar in the page's own layout without touching its styles: an attribute of ours (the page leaves
 * foreign attributes) and a sheet of ours. `above` moves an element down, `end` keeps the end of one free.
 */
export type MakeRoom = (element: HTMLElement | null, side: "above" | "end", px: number) => void;

export function createRoom(document: Document, signal: AbortSignal): MakeRoom {
  for (const old of document.querySelectorAll(`style[${ATTRIBUTE}]`)) old.remove();
  const sheet = document.createElement("style");
  sheet.setAttribute(ATTRIBUTE, "");
  let holder: HTMLElement | null = null;
  let rules = "";
  const leave = () => {
    holder?.removeAttribute(ATTRIBUTE);
    sheet.remove();
  };
  signal.addEventListener("abort", leave, { once: true });
  return (element, side, px) => {
    if (holder !== element) holder?.removeAttribute(ATTRIBUTE);
    holder = element;
    if (!element) return;
    if (!sheet.isConnected) document.head.append(sheet);
    const isNew = element.getAttribute(ATTRIBUTE) !== side;
    const next =
      side === "above"
        ? `[${ATTRIBUTE}=above]{margin-block-start:${px}px!important}`
        : `[${ATTRIBUTE}=end]{padding-block-end:${px}px!important;box-sizing:border-box!important}`;
    if (next === rules && !isNew) return;
    rules = next;
    keepingEnd(side === "above" ? scrollerBefore(element) : null, () => {
      sheet.textContent = next;
      element.setAttribute(ATTRIBUTE, side);
    });
  };
}
