import { type Command, COMMANDS, commandOf, type Key, type KeyMap, labelOfCode } from "./commands.ts";

/** What a browser says of a key that was pressed. */
export interface Press {
  code: string;
  key: string;
  altKey: boolean;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

export type ReadPress = { ok: true; key: Key } | { ok: false; sentence: string };

/** Letters, digits and signs; what moves, sends, edits or scrolls stays what it is. */
const USABLE =
  /^(?:Key[A-Z]|(?:Digit|Numpad)\d|Period|Comma|Semicolon|Quote|Minus|Equal|Bracket(?:Left|Right)|(?:Intl)?Backslash|Backquote|Slash)$/;

/** What Alt+Shift and a key do in a browser, in words. */
const BROWSERS: Readonly<Record<string, string>> = {
  KeyA: "moves to a dialog of Chrome’s",
  KeyC: "opens a tab in a group in Chrome",
  KeyI: "sends feedback to the makers of Chrome and Edge",
  KeyP: "makes a tab group in Chrome",
  KeyT: "moves to Chrome’s toolbar",
  KeyW: "closes a tab group in Chrome",
  KeyX: "moves to the next tab group in Chrome",
  KeyZ: "moves to the tab group before in Chrome",
};

/** Facebook's pages have access keys on digits, and Firefox takes those with Alt+Shift. */
const METAS = /^Digit[06-9]$/;

const refused = (sentence: string): ReadPress => ({ ok: false, sentence });

/** The layout's own letter where the press shows it: with Alt, some systems show another sign. */
function labelOf({ code, key, altKey }: Press): string {
  if (/^(?:Digit|Numpad)/.test(code) || code === "Slash") return labelOfCode(code);
  const isShown = altKey ? /^[a-z]$/i.test(key) : /^[\p{L}\p{P}\p{S}]$/u.test(key);
  return isShown ? key.toUpperCase() : labelOfCode(code);
}

/**
 * Reads a key pressed for a command: alone, or with the Alt+Shift that it has over the page. What would clash with
 * another command, with Meta's own keys or with the browser's is refused, in a sentence that says with what.
 */
export function readPress(press: Press, command: Command, keys: KeyMap): ReadPress {
  const { code, altKey, shiftKey, ctrlKey, metaKey } = press;
  if (ctrlKey || metaKey)
    return refused(
      "Ctrl, Cmd and AltGr are the browser’s and the system’s. Press a key alone, or with Alt+Shift.",
    );
  if (altKey && !shiftKey)
    return refused(
      "Alt alone is the browser’s: it switches tabs and opens menus. Press the key alone, or with Alt+Shift.",
    );
  if (!USABLE.test(code)) return refused("This key is needed as it is. Take a letter, a digit or a sign.");
  const key = { code, label: labelOf(press) };
  return clashOf(key, command, keys) ?? { ok: true, key };
}

/** What a key of a command would clash with; null for nothing. A default is no clash with browser or page. */
export function clashOf({ code, label }: Key, command: Command, keys: KeyMap): ReadPress | null {
  const other = commandOf(code, { ...keys, [command]: { code: "", label: "" } });
  const chord = `Alt+Shift+${label}`;
  if (other)
    return refused(`${chord} is for “${COMMANDS[other].name}”. Take another key, or change that one first.`);
  if (code === COMMANDS[command].code) return null;
  if (code === "Slash") return refused("“/” opens the macros and “?” shows all keys; both stay.");
  const browsers = BROWSERS[code];
  if (browsers !== undefined) return refused(`${chord} ${browsers}. Take another key.`);
  return METAS.test(code)
    ? refused(`${chord} may be one of Facebook’s own access keys. Take another key.`)
    : null;
}
