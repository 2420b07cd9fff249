import type { Guard } from "./guard.ts";

/** Answers true when the key (an `event.code`) is taken. */
type Handler = (code: string) => boolean;

export interface Keys {
  /** Hears Alt+Shift chords, and plain keys while focus is in the bar, until the signal aborts. */
  add: (handler: Handler, signal: AbortSignal) => void;
  /** A plain key pressed in the bar; true when somebody took it. */
  press: (code: string) => boolean;
}

/** A key that was pressed once, by a person, and is no part of a word that an input method composes. */
export const isDeliberate = ({
  repeat,
  isComposing,
}: Pick<KeyboardEvent, "repeat" | "isComposing">): boolean => !repeat && !isComposing;

/** Alt+Shift and nothing else. With Ctrl it would be AltGr on Windows. */
export const isChord = (event: Pick<KeyboardEvent, "altKey" | "shiftKey" | "ctrlKey" | "metaKey">): boolean =>
  event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;

/** Digits by the key's place, the same on every layout: "Digit3" is 3; null for other keys. */
export const digitOf = (code: string): number | null =>
  /^Digit[1-9]$/.test(code) ? Number(code.at(-1)) : null;

/** Chords over the whole page. The page hears neither the press nor the release of a key that was taken. */
export function createKeys(guard: Guard, areChordsOn: () => boolean): Keys {
  const handlers = new Set<Handler>();
  const held = new Set<string>();
  const press = (code: string) => [...handlers].some((handler) => handler(code));
  guard.chord = (event) => {
    if (!event.isTrusted) return false;
    if (event.type === "keyup") return held.delete(event.code);
    if (event.type === "keypress" || !areChordsOn() || !isChord(event)) return false;
    if (event.repeat && held.has(event.code)) return true;
    const isTaken = isDeliberate(event) && press(event.code);
    if (isTaken) held.add(event.code);
    return isTaken;
  };
  return {
    press,
    add(handler, signal) {
      handlers.add(handler);
      signal.addEventListener("abort", () => handlers.delete(handler), { once: true });
    },
  };
}

/** The page answers to one of these digits as an access key: then Alt+Shift+digit is its own, and cannot be prevented. */
export const hasAccessKeys = (document: Document): boolean =>
  [...document.querySelectorAll("[accesskey]")].some((element) =>
    /[1-5]/.test(element.getAttribute("accesskey") ?? ""),
  );
