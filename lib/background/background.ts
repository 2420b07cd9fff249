import type { Store } from "#lib/store/store.ts";
import type { Sync } from "#lib/sync/push.ts";

/** What every answer of the background works on. */
export interface Background {
  store: Store;
  sync: Sync;
  /** Tells inbox tabs and our own pages what changed; the tab that asked knows already. */
  tell: (change: { threads: string[]; settings: boolean }, except?: number) => void;
  /** Pushes what waits, now if a person is waiting for it, and sees to it that it is tried again. */
  wake: (asked: { urgent: boolean }) => Promise<void>;
  /** Done when what pages of before could not hand over is recorded: what is judged now comes after it. */
  recovered: Promise<void>;
  /** An inbox is open: what colleagues do is read as it happens. */
  follow: () => Promise<void>;
}
