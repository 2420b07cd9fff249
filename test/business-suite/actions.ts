import { addressOf, CHANNEL_OF, readAddress } from "./address.ts";
import type { Page, PageState } from "./state.ts";
import type { Section, SuiteThread } from "./types.ts";
import { messageOf } from "./world/entries.ts";
import { listed, withMessage, withoutMessage, withSent } from "./world/threads.ts";

export const findThread = ({ threads }: PageState, id: string | null): SuiteThread | null =>
  threads.find((thread) => thread.id === id) ?? null;

/** The rows of the present section, latest first. */
export function rowsOf({ threads, config, address }: PageState): SuiteThread[] {
  if (address.section === null) return [];
  const channel = CHANNEL_OF[address.section];
  const hasRows = channel !== undefined || address.section === "all";
  return hasRows ? listed(threads, config.asset, (thread) => !channel || thread.channel === channel) : [];
}

export function changeThread(page: Page, id: string, change: (thread: SuiteThread) => SuiteThread): void {
  page.store.update((state) => ({
    ...state,
    threads: state.threads.map((thread) => (thread.id === id ? change(thread) : thread)),
  }));
}

/**
 * Opens a conversation as a click on its row does: read at once, the address now, the pane and the tabs late.
 * @param address "stays" where the address says it already
 */
export function openThread(page: Page, id: string, address: "moves" | "stays" = "moves"): void {
  const thread = findThread(page.store.get(), id);
  if (!thread) return;
  page.store.update((state) => ({ ...state, selectedId: id }));
  changeThread(page, id, (one) => ({ ...one, unread: false }));
  if (address === "moves") moveAddress(page, thread);
  const { openDelay } = page.store.get().config;
  if (openDelay === 0) showPane(page, thread);
  else setTimeout(() => showPane(page, thread), openDelay);
}

function showPane(page: Page, thread: SuiteThread): void {
  if (page.store.get().selectedId !== thread.id) return;
  page.composer.text = "";
  page.store.update((state) => ({ ...state, openId: thread.id }));
  setTimeout(() => turnTabs(page, thread), page.store.get().config.tabDelay);
}

/** The tabs say the selection late: the open channel's own tab and "all", while the others keep what they had. */
function turnTabs(page: Page, thread: SuiteThread): void {
  if (page.store.get().openId !== thread.id) return;
  page.store.update((state) => ({
    ...state,
    tabIds: { ...state.tabIds, [thread.channel]: thread.id, current: thread.id },
  }));
}

function moveAddress(page: Page, thread: SuiteThread): void {
  const { config, address } = page.store.get();
  if (config.address !== "follows") return;
  history.pushState(null, "", addressOf(config, address.section ?? "all", thread));
  takeAddress(page);
}

export function takeAddress(page: Page): void {
  page.store.update((state) => ({ ...state, address: readAddress(location) }));
}

/** Another section: a navigation without a page load; nothing is open in it. */
export function showSection(page: Page, section: Section): void {
  const { config } = page.store.get();
  history.pushState(null, "", addressOf(config, section, null));
  takeAddress(page);
  page.store.update((state) => ({ ...state, openId: null, selectedId: null }));
}

/** What stands in the composer now. */
export function write(page: Page, text: string): void {
  page.composer.text = text;
}

/** Sends the composer's text: a bubble at once, then kept with an id or thrown away. */
export function send(page: Page, text: string): void {
  const state = page.store.get();
  const thread = findThread(state, state.openId);
  const said = text.trim();
  if (!thread || said === "") return;
  const at = page.clock.now();
  const { sentByMe, sends, sendDelay } = state.config;
  const seed = { from: "business" as const, text: said, at, ...(sentByMe !== null && { sentBy: sentByMe }) };
  const message = { ...messageOf(seed, thread.id, thread.entries.length, at), sending: true };
  changeThread(page, thread.id, (one) => withMessage(one, message));
  page.composer.text = "";
  setTimeout(() => {
    const isKept = sends === "kept";
    if (isKept) page.sent.push({ thread: thread.id, text: said, at });
    changeThread(page, thread.id, (one) => (isKept ? withSent : withoutMessage)(one, message.id));
  }, sendDelay);
}
