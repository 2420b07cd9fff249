import { type Command, commandOf, type KeyMap } from "#lib/domain/commands.ts";
import type { Guard } from "./guard.ts";

export interface Keys {
  /** Runs on the command's key, as an Alt+Shift chord or plain while focus is in the bar, until the signal aborts. */
  on: (command: Command, work: () => void, signal: AbortSignal) => void;
  /**
   * Hears a slash typed anywhere in the page, until the signal aborts; answers whether it was meant for us, and then
   * the page does not hear it.
   */
  onSlash: (take: (target: EventTarget | null) => boolean, signal: AbortSignal) => void;
  /** A plain key (an `event.code`) pressed in the bar; true when somebody took it. */
  press: (code: string) => boolean;
  /** Does what a command does, whatever its key. */
  run: (command: Command) => boolean;
}

interface KeysDeps {
  guard: Guard;
  /** The page is an inbox. */
  isActive: () => boolean;
  areChordsOn: () => boolean;
  keys: () => KeyMap;
}

/** A key that was pressed once, by a person, and is no part of a word that an input method composes. */
export const isDeliberate = ({
  repeat,
  isComposing,
}: Pick<KeyboardEvent, "repeat" | "isComposing">): boolean => !repeat && !isComposing;

/** Alt+Shift and nothing else. With Ctrl it would be AltGr on Windows. */
export const isChord = (event: Pick<KeyboardEvent, "altKey" | "shiftKey" | "ctrlKey" | "metaKey">): boolean =>
  event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;

/** The character, whatever keys make it: on many layouts it needs Shift. */
const isSlash = (event: Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey">): boolean =>
  event.key === "/" && !event.altKey && !event.ctrlKey && !event.metaKey;

/** Chords over the whole page. The page hears neither the press nor the release of a key that was taken. */
export function createKeys({ guard, isActive, areChordsOn, keys }: KeysDeps): Keys {
  const commands = new Map<Command, () => void>();
  const held = new Set<string>();
  const slashes = new Set<(target: EventTarget | null) => boolean>();
  const run = (command: Command) => {
    const work = isActive() ? commands.get(command) : undefined;
    work?.();
    return work !== undefined;
  };
  const press = (code: string) => {
    const command = commandOf(code, keys());
    return command !== null && run(command);
  };
  guard.chord = (event) => {
    if (!event.isTrusted) return false;
    if (event.type === "keyup") return held.delete(event.code);
    if (event.type === "keypress") return false;
    if (event.repeat && held.has(event.code)) return true;
    const isOurs = isSlash(event)
      ? () => isActive() && [...slashes].some((take) => take(event.composedPath()[0] ?? null))
      : () => areChordsOn() && isChord(event) && press(event.code);
    const isTaken = isDeliberate(event) && isOurs();
    if (isTaken) held.add(event.code);
    return isTaken;
  };
  return {
    press,
    run,
    onSlash(take, signal) {
      slashes.add(take);
      signal.addEventListener("abort", () => slashes.delete(take), { once: true });
    },
    on(command, work, signal) {
      commands.set(command, work);
      signal.addEventListener("abort", () => commands.delete(command), { once: true });
    },
  };
}

/** The page answers to one of our keys as an access key: then Alt+Shift and it is its own, and cannot be prevented. */
export function hasAccessKeys(document: Document, keys: KeyMap): boolean {
  const ours = new Set(Object.values(keys).map(({ label }) => label.toLowerCase()));
  return [...document.querySelectorAll("[accesskey]")].some((element) =>
    (element.getAttribute("accesskey") ?? "")
      .toLowerCase()
      .split(/\s+/)
      .some((key) => ours.has(key)),
  );
}
