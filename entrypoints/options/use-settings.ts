import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Change } from "#components/options/change.ts";
import { changesCounts } from "#lib/domain/counted-by.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { ask } from "#lib/ask.ts";
import { said } from "#lib/queries.ts";

/** What just happened, in words, and how to take it back. */
export interface Done {
  words: string;
  undo: (() => void) | null;
}

export interface SettingsInHand {
  settings: Settings | undefined;
  change: Change;
  /** A save has the team's server count everything anew, and is not done yet. */
  isCounting: boolean;
  conflict: { theirs: Settings; mine: Settings; settle: (keep: "mine" | "theirs") => void } | null;
}

const SLOW_MS = 700;

/** The settings, changed one step at a time over their newest version; each step can be undone. */
export function useSettings(tell: (done: Done) => void): SettingsInHand {
  const queries = useQueryClient();
  const { data: settings } = useQuery(said("settings"));
  const [isCounting, setCounting] = useState(false);
  const [conflict, setConflict] = useState<SettingsInHand["conflict"]>(null);

  /** Says so where an answer is long in coming, as all that is known may have to be counted anew. */
  const saveNow = async (next: Settings) => {
    const now = queries.getQueryData(said("settings").queryKey);
    const slow = setTimeout(() => setCounting(now !== undefined && changesCounts(now, next)), SLOW_MS);
    try {
      return await ask("saveSettings", { settings: next });
    } finally {
      clearTimeout(slow);
      setCounting(false);
    }
  };

  const save = async (words: string, next: Settings, before: Settings | null) => {
    const answer = await saveNow(next);
    if (answer.ok) {
      queries.setQueryData(said("settings").queryKey, answer.value);
      const undo = before && (() => void save("Undone.", { ...before, version: answer.value.version }, null));
      tell({ words, undo });
    } else if (answer.code === "settings_newer") {
      const theirs = await ask("settings", undefined);
      queries.setQueryData(said("settings").queryKey, theirs);
      const settle = (keep: "mine" | "theirs") => {
        setConflict(null);
        if (keep === "mine") void save(words, { ...next, version: theirs.version }, theirs);
      };
      // An answer that was lost on the way is asked for again, and then meets its own work.
      if (isSame(theirs, next)) tell({ words, undo: null });
      else setConflict({ theirs, mine: next, settle });
    } else tell({ words: [answer.sentence, ...Object.values(answer.fields)].join(" "), undo: null });
  };

  const last = useRef<Promise<unknown>>(Promise.resolve());
  /** One after the other: each step is made over what the one before saved. */
  const change: Change = (words, edit) => {
    const step = async () => {
      const now = queries.getQueryData(said("settings").queryKey);
      if (now) await save(words, edit(now), now);
    };
    last.current = last.current.then(step, step);
  };
  return { settings, change, isCounting, conflict };
}

const isSame = (saved: Settings, asked: Settings): boolean =>
  JSON.stringify(saved) === JSON.stringify({ ...asked, version: saved.version });
