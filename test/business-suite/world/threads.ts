import type { Entry, MessageEntry, Preview, SuiteThread, ThreadSeed } from "#test/business-suite/types.ts";
import { entryOf, textOf } from "./entries.ts";

const NOTHING: Preview = { text: "", own: false };

const isMessage = (entry: Entry): entry is MessageEntry => entry.kind === "message";

const previewOf = (message: MessageEntry | undefined): Preview =>
  message ? { text: textOf(message), own: message.from === "business" } : NOTHING;

/** A conversation from its seed: entries in time's order, unread when the customer wrote last unless said otherwise. */
export function threadOf(seed: ThreadSeed, asset: string, now: number): SuiteThread {
  const entries = (seed.entries ?? [])
    .map((entry, place) => entryOf(entry, seed.id, place, now))
    .toSorted((a, b) => a.at - b.at);
  const last = entries.findLast(isMessage);
  return {
    channel: seed.channel ?? "FB_MESSAGE",
    id: seed.id,
    asset: seed.asset ?? asset,
    name: seed.name,
    entries,
    unread: seed.unread ?? last?.from === "customer",
    labels: seed.labels ?? [],
    leadStage: seed.leadStage ?? null,
    priority: seed.priority ?? false,
    request: seed.request ?? false,
    done: false,
    lastAt: entries.at(-1)?.at ?? now,
    preview: previewOf(last),
  };
}

/** A thread with one more message: its row moves, shows the text, and is unread for a customer's. */
export const withMessage = (thread: SuiteThread, message: MessageEntry): SuiteThread => ({
  ...thread,
  entries: [...thread.entries, message],
  unread: message.from === "customer",
  lastAt: message.at,
  preview: previewOf(message),
});

export const withoutMessage = (thread: SuiteThread, id: string): SuiteThread => {
  const entries = thread.entries.filter((entry) => !isMessage(entry) || entry.id !== id);
  const last = entries.findLast(isMessage);
  return { ...thread, entries, lastAt: entries.at(-1)?.at ?? thread.lastAt, preview: previewOf(last) };
};

export const withSent = (thread: SuiteThread, id: string): SuiteThread => ({
  ...thread,
  entries: thread.entries.map((entry) =>
    isMessage(entry) && entry.id === id ? { ...entry, sending: false } : entry,
  ),
});

/** Rows as the list shows them: the latest first, Done left out. */
export const listed = (
  threads: readonly SuiteThread[],
  asset: string,
  isShown: (thread: SuiteThread) => boolean,
): SuiteThread[] =>
  threads
    .filter((thread) => thread.asset === asset && !thread.done && isShown(thread))
    .toSorted((a, b) => b.lastAt - a.lastAt);
