const ATTRIBUTE = "data-rung-room";

/**
 * Makes room for the bar in the page's own layout without touching its styles: an attribute of ours (the page leaves
 * foreign attributes) and a sheet of ours. `above` moves an element down, `end` keeps the end of one free.
 */
export type MakeRoom = (element: HTMLElement | null, side: "above" | "end", px: number) => void;

export function createRoom(document: Document, signal: AbortSignal): MakeRoom {
  const sheet = document.createElement("style");
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
    if (element.getAttribute(ATTRIBUTE) !== side) element.setAttribute(ATTRIBUTE, side);
    const next =
      side === "above"
        ? `[${ATTRIBUTE}=above]{margin-block-start:${px}px!important}`
        : `[${ATTRIBUTE}=end]{padding-block-end:${px}px!important;box-sizing:border-box!important}`;
    if (next !== rules) sheet.textContent = next;
    rules = next;
  };
}
