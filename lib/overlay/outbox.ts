import type { Draft } from "#lib/domain/event.ts";
import { sentenceOf } from "#lib/errors.ts";
import type { ExpectLog } from "./logs.ts";
import type { Notice, OverlayState } from "./state.ts";
import { Orphaned, type Send } from "./send.ts";
import type { Store } from "./store.ts";
import type { Unsent } from "./unsent.ts";

interface OutboxDeps {
  store: Store<OverlayState>;
  send: Send;
  unsent: Unsent;
  expectLog: ExpectLog;
  say: (text: string, tone: Notice["tone"], stays?: boolean) => void;
  pause: (ms: number) => Promise<void>;
}

const AGAIN_MS = 5_000;
const ORPHANED = "Rung was updated. Reload the page to go on tagging";

/**
 * Takes judgements to the background, one after the other, so that it stamps them in the order they were made. They
 * are shown from the first frame and stay on their way, with the same ids, until the background has them.
 */
export function createOutbox({
  store,
  send,
  unsent,
  expectLog,
  say,
  pause,
}: OutboxDeps): (drafts: Draft[]) => void {
  let queue = Promise.resolve();

  const drop = (drafts: Draft[]) => {
    const ids = new Set(drafts.map(({ id }) => id));
    store.set({ drafts: store.get().drafts.filter(({ id }) => !ids.has(id)) });
  };

  const bring = async (drafts: Draft[], kept: Promise<boolean>): Promise<void> => {
    for (;;) {
      const learn = expectLog();
      try {
        const answer = await send("record", { drafts });
        if (answer.ok) learn(answer.value);
        else say(`Not kept: ${answer.sentence}`, "bad", true);
        drop(drafts);
        // What stays there is recorded once more by the next start, which knows its ids.
        void kept.then((isKept) => (isKept ? unsent.drop(drafts) : undefined)).catch(() => undefined);
        return;
      } catch (error) {
        if (error instanceof Orphaned) {
          store.set({ isOrphan: true });
          say(`${ORPHANED}${(await kept) ? "." : "; the last tag was not kept."}`, "bad", true);
          return;
        }
        say(`Not kept yet: ${sentenceOf(error)} Trying again.`, "warn");
        await pause(AGAIN_MS);
      }
    }
  };

  return (drafts) => {
    store.set({ drafts: [...store.get().drafts, ...drafts] });
    const kept = unsent.keep(drafts).then(
      () => true,
      () => false,
    );
    queue = queue.then(() => bring(drafts, kept));
  };
}
