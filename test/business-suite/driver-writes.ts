import { changeThread } from "./actions.ts";
import type { Page } from "./state.ts";
import type { SuiteDriver, Writing } from "./suite.ts";
import type { MessageSeed } from "./types.ts";
import { WORDS } from "./language/index.ts";
import { lineOf, messageOf } from "./world/entries.ts";
import { threadOf, withMessage } from "./world/threads.ts";

type Writes = Pick<
  SuiteDriver,
  | "addThread"
  | "customerWrites"
  | "agentAnswers"
  | "pageAnswers"
  | "automaticReply"
  | "botAnswers"
  | "systemLine"
  | "react"
  | "label"
  | "rename"
  | "moveToDone"
>;

const seedFrom =
  (from: MessageSeed["from"]) =>
  (text: string, options: Writing = {}): MessageSeed => ({ from, text, ...options });

const customer = seedFrom("customer");
const business = seedFrom("business");

/** The half of the driver in which people write. */
export function writesOf(page: Page): Writes {
  const write = (thread: string, seed: MessageSeed): string => {
    const found = page.store.get().threads.find(({ id }) => id === thread);
    if (!found) throw new Error(`no conversation has the id ${thread}`);
    const now = page.clock.now();
    const message = messageOf({ at: now, ...seed }, thread, found.entries.length, now);
    changeThread(page, thread, (one) => {
      const isOpen = page.store.get().openId === thread;
      const next = withMessage(one, message);
      return isOpen ? { ...next, unread: false } : next;
    });
    return message.id;
  };
  return {
    addThread(seed) {
      const { config } = page.store.get();
      const thread = threadOf(seed, config.asset, page.clock.now());
      page.store.update((state) => ({ ...state, threads: [...state.threads, thread] }));
      return thread.id;
    },
    customerWrites: (thread, text, options) => write(thread, customer(text, options)),
    agentAnswers: (thread, text, by, options) => write(thread, { ...business(text, options), sentBy: by }),
    pageAnswers: (thread, text, options) => write(thread, business(text, options)),
    automaticReply(thread, text, { by, ...options } = {}) {
      const signed = by === undefined ? {} : { sentBy: by };
      return write(thread, { ...business(text, options), automatic: true, ...signed });
    },
    botAnswers: (thread, text, options) => write(thread, { ...business(text, options), bot: true }),
    systemLine(thread, line, { bumps = true, ...options } = {}) {
      const now = page.clock.now();
      const entry = lineOf({ line, at: now, ...options }, now);
      const words = WORDS[page.store.get().config.language];
      changeThread(page, thread, (one) => ({
        ...one,
        entries: [...one.entries, entry],
        ...(bumps && {
          lastAt: entry.at,
          preview: { text: words.lines[line](entry.who ?? one.name, entry.what ?? ""), own: false },
        }),
      }));
    },
    react(thread, sign, { by = "customer", at = page.clock.now() } = {}) {
      const isOwn = by === "business";
      changeThread(page, thread, (one) => ({
        ...one,
        lastAt: at,
        preview: {
          text: isOwn ? `reacted ${sign} to a message` : `${one.name} reacted ${sign} to your message`,
          own: isOwn,
        },
      }));
    },
    label: (thread, label) =>
      changeThread(page, thread, (one) => ({ ...one, labels: [...one.labels, label] })),
    rename: (thread, name) => changeThread(page, thread, (one) => ({ ...one, name })),
    moveToDone: (thread) => changeThread(page, thread, (one) => ({ ...one, done: true })),
  };
}
