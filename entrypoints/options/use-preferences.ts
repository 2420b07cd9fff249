import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "#lib/ask.ts";
import { said } from "#lib/queries.ts";
import type { Preferences } from "#lib/store/kept.ts";
import type { Done } from "./use-settings.ts";

export type ChangePreferences = (words: string, change: Partial<Preferences>) => void;

/** What this browser alone decides, changed one step at a time; each step can be undone. */
export function usePreferences(tell: (done: Done) => void): {
  preferences: Preferences | undefined;
  change: ChangePreferences;
} {
  const queries = useQueryClient();
  const { data: preferences } = useQuery(said("preferences"));
  const save = async (words: string, next: Preferences, before: Preferences | null) => {
    const saved = await ask("savePreferences", next);
    queries.setQueryData(said("preferences").queryKey, saved);
    tell({ words, undo: before && (() => void save("Undone.", before, null)) });
  };
  return {
    preferences,
    change: (words, change) => {
      if (preferences) void save(words, { ...preferences, ...change }, preferences);
    },
  };
}
