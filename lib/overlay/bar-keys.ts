import { isDeliberate } from "./keys.ts";
import type { Overlay } from "./overlay.ts";

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, select, textarea") !== null;

const isButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("button") !== null;

const isPlain = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  !altKey && !ctrlKey && !metaKey && !shiftKey;

/** What the page's person is writing in, unless it is ours. */
const isWriting = ({ activeElement, body }: Document, host: Element): boolean =>
  activeElement !== null && activeElement !== body && activeElement !== host;

const MODIFIERS = new Set(["Alt", "AltGraph", "Control", "Meta", "Shift"]);

/** What the guard lets through happens in the page: somebody goes on there, and what stands open is in the way. */
function leaveWithThePage({ leave, window }: Overlay, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  window.addEventListener("pointerdown", leave, options);
  window.addEventListener("keydown", ({ key }) => MODIFIERS.has(key) || leave(), options);
}

/**
 * Keys and presses inside our own tree, after our views had them: plain digits while focus is in the bar, Escape for
 * what stands open. A press on a button does not take the caret out of a text in the page; one beside the buttons
 * does, for the digits that follow are meant for the bar, and must not be typed to a customer.
 */
export function startBarKeys(overlay: Overlay, root: ShadowRoot, signal: AbortSignal): void {
  const { keys, store, window } = overlay;
  leaveWithThePage(overlay, signal);
  // safe because: only these types are listened for.
  const listen = <Type extends "keydown" | "mousedown">(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
  ) => root.addEventListener(type, listener as EventListener, { signal });

  listen("keydown", (event) => {
    const isOpen = store.get().panel !== null;
    if (event.key === "Escape" && isOpen) overlay.close();
    // A question mark is asked for by its character: it stands elsewhere on every layout.
    else if (event.key === "?" && !isField(event.target) && isDeliberate(event)) keys.run("help");
    else if (isField(event.target) || !isPlain(event) || !isDeliberate(event) || !keys.press(event.code))
      return;
    event.preventDefault();
  });
  listen("mousedown", (event) => {
    if (isWriting(window.document, root.host) && isButton(event.target)) event.preventDefault();
  });
}
