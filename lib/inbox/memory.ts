import type { Acquaintance } from "#lib/domain/thread.ts";

/** What this browser knows from earlier days; names stay in this browser. */
export interface InboxMemory {
  /** Conversations of a Page that were certain before. */
  recall: (asset: string) => Promise<readonly Acquaintance[]>;
  /** A conversation has been certain for a while, or its row moved on. */
  learn: (acquaintance: Acquaintance) => void;
}
