import { z } from "zod";
import { threadKey } from "#lib/domain/thread.ts";
import { RungError } from "#lib/errors.ts";
import { UNSENT } from "#lib/messages.ts";
import { record } from "#lib/store/record.ts";
import type { Background } from "./background.ts";

interface KeptArea {
  get: (keys: null) => Promise<Record<string, unknown>>;
  remove: (key: string) => Promise<void>;
}

const Judged = z.array(z.unknown());

/**
 * Records what pages judged and could not hand over before they went: the background was being started, or was killed.
 * A page that still stands hands it over too; ids make it one. What the store refuses is dropped here, and is said by
 * the page.
 */
export function createRecovery(
  { store, tell, wake }: Pick<Background, "store" | "tell" | "wake">,
  area: KeptArea,
): () => Promise<void> {
  const recordOne = async (judged: unknown): Promise<string[]> => {
    try {
      return (await record(store, Judged.parse(judged))).map(threadKey);
    } catch (error) {
      if (error instanceof RungError || error instanceof z.ZodError) return [];
      throw error;
    }
  };

  const recover = async () => {
    const kept = Object.entries(await area.get(null)).filter(([key]) => key.startsWith(UNSENT));
    const threads = new Set<string>();
    for (const [key, judged] of kept.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      for (const thread of await recordOne(judged)) threads.add(thread);
      await area.remove(key);
    }
    if (threads.size === 0) return;
    tell({ threads: [...threads], settings: false });
    void wake({ urgent: true });
  };

  let running: Promise<void> | null = null;
  return () =>
    (running ??= recover().finally(() => {
      running = null;
    }));
}
