import { OUTCOMES } from "./outcome.ts";

/** What a key does, by name, and the key that does it at first: an `event.code`, the same place on every layout. */
export const COMMANDS = {
  unqualified: { name: "Unqualified", code: "Digit1" },
  partially_qualified: { name: "Partially qualified", code: "Digit2" },
  qualified: { name: "Qualified", code: "Digit3" },
  sales_ready: { name: "Sales-ready", code: "Digit4" },
  converted: { name: "Converted", code: "Digit5" },
  no_answer: { name: "No answer needed", code: "KeyN" },
  macros: { name: "Macros", code: "KeyM" },
  checklist: { name: "What qualified means", code: "KeyC" },
  story: { name: "Note and history", code: "KeyJ" },
  accept: { name: "Take the suggestion", code: "KeyS" },
  dismiss: { name: "Dismiss the suggestion", code: "KeyD" },
  handoff: { name: "Hand off, accept or return", code: "KeyH" },
  queue: { name: "Who to answer next", code: "KeyQ" },
  follow_up: { name: "Follow up on…", code: "KeyF" },
  fold: { name: "Fold or unfold the bar", code: "KeyL" },
  help: { name: "All keys", code: "Slash" },
} as const satisfies Record<string, { name: string; code: string }>;
export type Command = keyof typeof COMMANDS;

// safe because: the names are those of the table.
export const COMMAND_NAMES = Object.keys(COMMANDS) as Command[];

/** One key: its place, and what stands on it. */
export interface Key {
  code: string;
  label: string;
}
export type KeyMap = Readonly<Record<Command, Key>>;
/** What a person has changed. */
export type OwnKeys = Readonly<Partial<Record<Command, Key>>>;

/** A key as it is written on a button, by its place: "3", "N"; with Shift the slash is a question mark. */
export const labelOfCode = (code: string): string =>
  SIGNS[code] ?? code.replace(/^(?:Digit|Key)/, "").replace(/^Numpad/, "Num ");

const SIGNS: Readonly<Record<string, string>> = {
  Slash: "?",
  Period: ".",
  Comma: ",",
  Semicolon: ";",
  Quote: "'",
  Minus: "-",
  Equal: "=",
  BracketLeft: "[",
  BracketRight: "]",
  Backslash: "\\",
  Backquote: "`",
  IntlBackslash: "<",
};

export const defaultKey = (command: Command): Key => {
  const { code } = COMMANDS[command];
  return { code, label: labelOfCode(code) };
};

/** A command of a later version may come with a key that a person gave to another before: then it has none yet. */
const NO_KEY: Key = { code: "", label: "–" };

/** The key of every command. */
export function keyMapOf(own: OwnKeys): KeyMap {
  const taken = new Set(Object.values(own).map(({ code }) => code));
  const keyOf = (name: Command): Key =>
    own[name] ?? (taken.has(COMMANDS[name].code) ? NO_KEY : defaultKey(name));
  // safe because: there is one entry a command.
  return Object.fromEntries(COMMAND_NAMES.map((name) => [name, keyOf(name)])) as KeyMap;
}

export const DEFAULT_KEYS: KeyMap = keyMapOf({});

/** The command of a key, null for other keys. */
export const commandOf = (code: string, keys: KeyMap): Command | null =>
  code === "" ? null : (COMMAND_NAMES.find((name) => keys[name].code === code) ?? null);

/** A key over the whole page: "Alt+Shift+N". */
export const chordOf = ({ label }: Key): string => `Alt+Shift+${label}`;

/** The keys of the five outcomes in few words: "1 to 5", "1, 2, 3, G, 5". */
export function outcomeLabels(keys: KeyMap): string {
  const labels = OUTCOMES.map((outcome) => keys[outcome].label);
  return labels.join("") === "12345" ? "1 to 5" : labels.join(", ");
}
