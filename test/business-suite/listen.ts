import { changeThread, openThread, rowsOf } from "./actions.ts";
import type { Page } from "./state.ts";

/** One event that reached a listener of the page. */
export interface Heard {
  type: string;
  /** `capture` at the window, before anything else; `bubble` at the document. */
  phase: "capture" | "bubble";
  /** Of keys: the key; of input: the data. */
  what: string | null;
  /** The element as the page sees it: a foreign shadow tree shows as its host. */
  target: string;
  trusted: boolean;
}

const TYPES = [
  "keydown",
  "keypress",
  "keyup",
  "beforeinput",
  "input",
  "paste",
  "click",
  "dblclick",
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "focusin",
  "focusout",
] as const;

const MOST = 5000;

const nameOf = (target: EventTarget | null): string =>
  target instanceof Element ? target.localName : "window";

function whatOf(event: Event): string | null {
  if (event instanceof InputEvent) return event.data;
  return "key" in event ? String(event.key) : null;
}

/** Keeps what the page's own listeners get to see, from the first script on. */
export function listen(page: Page): Heard[] {
  const heard: Heard[] = [];
  const keep = (phase: Heard["phase"]) => (event: Event) => {
    if (!page.store.get().config.listens || heard.length >= MOST) return;
    heard.push({
      type: event.type,
      phase,
      what: whatOf(event),
      target: nameOf(event.target),
      trusted: event.isTrusted,
    });
  };
  for (const type of TYPES) {
    addEventListener(type, keep("capture"), { capture: true });
    document.addEventListener(type, keep("bubble"));
  }
  return heard;
}

const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName));

/** The page's single-key shortcuts, taken before anyone else hears of them; a field in a foreign host is not seen. */
export function hotKeys(page: Page): string[] {
  const fired: string[] = [];
  const act = (event: KeyboardEvent) => {
    const { config, selectedId } = page.store.get();
    if (!config.hotKeys || event.ctrlKey || event.metaKey || isTyping(document.activeElement)) return;
    const rows = rowsOf(page.store.get());
    const place = rows.findIndex(({ id }) => id === selectedId);
    const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    const next = rows[place + step];
    if (!/^[jke1-9]$/.test(event.key)) return;
    fired.push(event.key);
    if (step !== 0 && next) openThread(page, next.id);
    if (event.key === "e" && selectedId !== null)
      changeThread(page, selectedId, (thread) => ({ ...thread, done: true }));
  };
  addEventListener("keydown", act, { capture: true });
  return fired;
}
