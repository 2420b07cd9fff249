import { alertsOf, deadlinesOf, isWanted } from "#lib/domain/alert.ts";
import { type AlertWords, alertWords, manyWords } from "#lib/domain/alert-words.ts";
import { compileHours } from "#lib/domain/calendar.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import { type Note, takeAlerts } from "#lib/store/alerts.ts";
import { readPreferences } from "#lib/store/kept.ts";
import type { Store } from "#lib/store/store.ts";
import type { Surveyed } from "./survey.ts";

/** What was opened this recently lies before somebody's eyes. */
const SEEN_MS = 120_000;

interface AlertParts {
  store: Store;
  show: (id: string, words: AlertWords) => Promise<void>;
  clear: (id: string) => Promise<void>;
  /** Wakes the background at an instant (epoch ms), also when it was killed; null for never. */
  setAlarm: (at: number | null) => void;
}

const wordsOf = ({ alerts: [first, ...others] }: Note, now: number): AlertWords =>
  others.some(({ thread }) => threadKey(thread) !== threadKey(first.thread))
    ? manyWords([first, ...others])
    : alertWords(first, now);

/**
 * Tells of deadlines that come near or were missed, each once, and takes it back when the wait ends.
 * @returns `follow` looks at who waits now; `seen` hears which conversation somebody has open
 */
export function createAlerts({ store, show, clear, setAlarm }: AlertParts) {
  const seen = new Map<string, number>();
  const isSeen = (thread: Thread) => store.now() - (seen.get(threadKey(thread)) ?? 0) < SEEN_MS;
  return {
    seen(thread: Thread): void {
      seen.set(threadKey(thread), store.now());
    },
    async follow(surveyed: readonly Surveyed[]): Promise<void> {
      const now = store.now();
      const { alerts: rules } = await readPreferences(store);
      const running = surveyed.flatMap(deadlinesOf).filter((deadline) => isWanted(deadline, rules));
      const quiet = compileHours({ timeZone: store.timeZone, weekly: rules.quiet });
      const notes = await takeAlerts(store, running, (told) =>
        alertsOf({ running, told, rules, quiet, isSeen, now }),
      );
      setAlarm(notes.next);
      for (const id of notes.clear) await clear(id);
      for (const note of notes.show) await show(note.id, wordsOf(note, now));
    },
  };
}
