/** What a key does, by name. A key is an `event.code`: the same place on every layout. */
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
  help: { name: "All keys", code: "Slash" },
} as const satisfies Record<string, { name: string; code: string }>;
export type Command = keyof typeof COMMANDS;

const isCommand = (name: string): name is Command => Object.hasOwn(COMMANDS, name);

/** The command of a key, null for other keys. */
export const commandOf = (code: string): Command | null =>
  Object.keys(COMMANDS).find((name): name is Command => isCommand(name) && COMMANDS[name].code === code) ??
  null;

/** A key as it is written on a button: "3", "N"; with Shift the slash is a question mark. */
const keyName = (code: string): string => (code === "Slash" ? "?" : code.replace(/^(?:Digit|Key)/, ""));

/** The keys of a command, for a title: "Alt+Shift+N", or "N" where chords are off. */
export const keysOf = (command: Command, chords: "on" | "off"): string =>
  (chords === "on" ? "Alt+Shift+" : "") + keyName(COMMANDS[command].code);

/** The characters of all commands, in small letters. */
export const COMMAND_CHARACTERS: ReadonlySet<string> = new Set(
  Object.values(COMMANDS).map(({ code }) => keyName(code).toLowerCase()),
);
