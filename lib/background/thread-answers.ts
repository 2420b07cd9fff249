import { z } from "zod";
import { type Aside, dismissing } from "#lib/domain/aside.ts";
import type { Draft } from "#lib/domain/event.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import { RungError } from "#lib/errors.ts";
import type { ThreadLog } from "#lib/messages.ts";
import { learn, recall } from "#lib/store/acquaintance.ts";
import { changeAside, readAside } from "#lib/store/aside.ts";
import { keepGlimpses } from "#lib/store/glimpse.ts";
import { look } from "#lib/store/look.ts";
import { marks } from "#lib/store/marks.ts";
import { record } from "#lib/store/record.ts";
import type { Store } from "#lib/store/store.ts";
import { readThread } from "#lib/store/thread-log.ts";
import type { Background } from "./background.ts";
import { linkState } from "./link-state.ts";
import { answerers } from "./may-answer-page.ts";
import { inbox, on, outcome } from "./on.ts";
import {
  AcquaintanceQuery,
  AssetQuery,
  DismissQuery,
  GlimpseQuery,
  LookQuery,
  MarksQuery,
  NoteQuery,
  nothing,
  ThreadQuery,
} from "./shapes.ts";

// The drafts themselves are checked by the verb that stores them: its refusal names the field.
const RecordQuery = z.strictObject({ drafts: z.array(z.custom<Draft>()).min(1).max(100) });

/**
 * Everything that the overlay asks about threads.
 * @param opened told which conversation is certain in a tab
 */
export function answerThreads(
  { store, tell, wake, follow, recovered }: Background,
  opened: (tab: number | undefined, thread: Thread) => void,
): void {
  on("openThread", inbox, ThreadQuery, ({ thread }, sender) => {
    opened(sender.tab?.id, thread);
    return threadLog(store, thread);
  });

  on("record", inbox, RecordQuery, ({ drafts }, sender) =>
    outcome(async () => {
      await recovered;
      const threads = await record(store, drafts);
      tell({ threads: threads.map(threadKey), settings: false }, sender.tab?.id);
      void wake({ urgent: true });
      const [first] = threads;
      if (!first) throw new RungError("event_invalid", "There was nothing to store.");
      return threadLog(store, first);
    }),
  );

  const change = async (thread: Thread, edit: (aside: Aside) => Aside, tab: number | undefined) => {
    await changeAside(store, thread, edit);
    tell({ threads: [threadKey(thread)], settings: false }, tab);
    return threadLog(store, thread);
  };
  on("keepNote", inbox, NoteQuery, ({ thread, note }, { tab }) =>
    change(thread, (aside) => ({ ...aside, note: note.trim() }), tab?.id),
  );
  on("dismiss", inbox, DismissQuery, ({ thread, word }, { tab }) =>
    change(thread, (aside) => dismissing(aside, word, store.now()), tab?.id),
  );

  on("look", inbox, LookQuery, async ({ look: seen }, sender) => {
    if (!(await look(store, seen))) return null;
    tell({ threads: [threadKey(seen.thread)], settings: false }, sender.tab?.id);
    void wake({ urgent: false });
    return threadLog(store, seen.thread);
  });

  on("inboxOpen", inbox, nothing, follow);
  on("marks", inbox, MarksQuery, ({ threads }) => marks(store, threads));
  on("recall", inbox, AssetQuery, ({ asset }) => recall(store, asset));
  on("glimpse", inbox, GlimpseQuery, ({ asset, rows }) => keepGlimpses(store, asset, rows));
  on("learn", inbox, AcquaintanceQuery, async (acquaintance, sender) => {
    const learned = await learn(store, acquaintance);
    if (learned === "new")
      tell({ threads: [threadKey(acquaintance.thread)], settings: false }, sender.tab?.id);
    return learned !== "not_counted";
  });
}

async function threadLog(store: Store, thread: Thread): Promise<ThreadLog> {
  const { page, events, ways } = await readThread(store, thread);
  const link = await linkState(store, thread.asset);
  const aside = await readAside(store, thread);
  const { isAlone, pairings } = await answerers(store);
  const mayAnswerPage = isAlone || pairings.length > 0;
  const teams = pairings.map(({ id, workspace }) => ({ id, name: workspace.name }));
  return { thread, page, mayAnswerPage, teams, events, sync: ways, link, aside };
}
