import type { Acquaintance } from "#lib/domain/thread.ts";
import type { Identity } from "./reading.ts";
import type { InboxMemory } from "./memory.ts";

/** Certain for this long is certain enough to be remembered for other days. */
const LEARN_MS = 2_000;

export interface Learning {
  recall: (asset: string) => void;
  learn: (identity: Identity, lastAt: number | null, at: number) => void;
}

interface Listener {
  remember: (acquaintances: readonly Acquaintance[]) => void;
  onFault: (error: unknown) => void;
}

/** Asks once a Page for what earlier days knew, and hands on what has been certain for a while. */
export function createLearning(memory: InboxMemory, { remember, onFault }: Listener): Learning {
  let asked: string | null = null;
  let sure: { what: string; since: number; isTold: boolean } | null = null;
  return {
    recall(asset) {
      if (asked === asset) return;
      asked = asset;
      memory.recall(asset).then(remember).catch(onFault);
    },
    learn({ certain, thread, name }, lastAt, at) {
      if (!certain || thread === null || name === null) {
        sure = null;
        return;
      }
      const what = JSON.stringify([thread, name, lastAt]);
      if (sure?.what !== what) sure = { what, since: at, isTold: false };
      if (sure.isTold || at - sure.since < LEARN_MS) return;
      sure.isTold = true;
      memory.learn({ thread, name, lastAt });
    },
  };
}
