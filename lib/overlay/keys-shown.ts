import { chordOf, type Command, DEFAULT_KEYS, type KeyMap, outcomeLabels } from "#lib/domain/commands.ts";
import { useOverlayState } from "./context.ts";
import type { OverlayState } from "./state.ts";

type Ground = Pick<OverlayState, "chords" | "settings">;

/** The keys as this browser's person has them. */
export const keysIn = ({ settings }: Pick<Ground, "settings">): KeyMap => settings?.keys ?? DEFAULT_KEYS;

/** The keys of a command, for a title: "Alt+Shift+N", or "N" where chords are off. */
export function keysOf(command: Command, state: Ground): string {
  const key = keysIn(state)[command];
  return state.chords === "on" ? chordOf(key) : key.label;
}

export const useKeys = (command: Command): string => useOverlayState((state) => keysOf(command, state));

/** The keys of the five outcomes in few words: "1 to 5", "1, 2, 3, G, 5". */
export const outcomeKeys = (state: Pick<Ground, "settings">): string => outcomeLabels(keysIn(state));
