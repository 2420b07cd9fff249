/** Our one element in the page; everything we draw lives in its shadow tree. */
export const HOST_NAME = "rung-overlay";

/** What the guard (there before the page's scripts) shares with the overlay (there later), in our own world. */
export interface Guard {
  /** Says whether a key event is ours; then the page never sees it. */
  chord: (event: KeyboardEvent) => boolean;
}

const SHARED = Symbol.for("rung.guard");

const TYPES =
  "keydown keypress keyup beforeinput input compositionstart compositionupdate compositionend " +
  "pointerdown pointerup pointercancel mousedown mouseup click dblclick auxclick contextmenu touchstart touchend " +
  "focusin focusout focus blur copy cut paste wheel";

const isHost = (node: EventTarget | null): boolean => (node as Element | null)?.localName === HOST_NAME;

/** A page that hears focus leave for our field pulls it back, and the next letter lands in its composer. */
const isLeaving = ({ type, relatedTarget }: Event & { relatedTarget?: EventTarget | null }): boolean =>
  (type === "focusout" || type === "blur") && isHost(relatedTarget ?? null);

/**
 * A plain event with the original's properties: it stays in the shadow tree (Firefox lets a KeyboardEvent out) and
 * activates nothing a second time (a MouseEvent would press a checkbox twice).
 */
function copyOf(event: Event): Event {
  const copy = new Event(event.type, { bubbles: event.bubbles, cancelable: event.cancelable });
  for (const name in event)
    if (!(name in copy)) Object.defineProperty(copy, name, { value: event[name as keyof Event] });
  return copy;
}

/**
 * Keeps what happens in our shadow tree from the page: stops it at the window before anyone hears it, and dispatches
 * a copy inside. Must start before the page's scripts; a page that registered first would hear everything.
 */
export function startGuard(window: Window, signal: AbortSignal): Guard {
  const guard: Guard = { chord: () => false };
  // A key that is pressed in our tree may be let go in the page: what it closed gave the focus back.
  const held = new Set<string>();
  const pass = (event: Event) => {
    const path = event.composedPath();
    const isOurs = path.some(isHost);
    const { type, code } = event as KeyboardEvent;
    const isChord = type.startsWith("key") && guard.chord(event as KeyboardEvent);
    if (isOurs && type === "keydown") held.add(code);
    const isRelease = type === "keyup" && held.delete(code);
    if (isOurs || isChord || isRelease || isLeaving(event)) event.stopImmediatePropagation();
    if (isChord || (isOurs && path[0]?.dispatchEvent(copyOf(event)) === false)) event.preventDefault();
  };
  for (const type of TYPES.split(" ")) window.addEventListener(type, pass, { capture: true, signal });
  Object.assign(globalThis, { [SHARED]: guard });
  return guard;
}

/** The guard of this page: the one that started with it, else a late one. */
export const sharedGuard = (window: Window, signal: AbortSignal): Guard =>
  (globalThis as { [SHARED]?: Guard })[SHARED] ?? startGuard(window, signal);
