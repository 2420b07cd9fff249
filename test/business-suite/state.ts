import { type Address, readAddress } from "./address.ts";
import { readConfig, type SuiteConfig } from "./config.ts";
import { loadWorld } from "./keep.ts";
import { sampleThreads } from "./sample.ts";
import type { Channel, SuiteThread } from "./types.ts";
import { type Clock, createClock } from "./world/clock.ts";
import { createStore, type Store } from "./world/store.ts";
import { threadOf } from "./world/threads.ts";

/** What the page is at one moment; counters make React mount a part anew. */
export interface PageState {
  config: SuiteConfig;
  threads: SuiteThread[];
  address: Address;
  /** The conversation in the pane; null shows none. */
  openId: string | null;
  /** The row that is highlighted: at once, while the pane still shows the one before. */
  selectedId: string | null;
  /** What the channel tabs carry, a moment late. */
  tabIds: Partial<Record<Channel, string>> & { current?: string };
  hydrated: boolean;
  dialogOpen: boolean;
  mounts: { list: number; pane: number; all: number };
}

/** A message that this browser's composer sent. */
export interface Sent {
  thread: string;
  text: string;
  at: number;
}

/** Everything the page consists of; React shows it, the driver moves it. */
export interface Page {
  store: Store<PageState>;
  clock: Clock;
  sent: Sent[];
  /** The composer's present text, as its editor tells it. */
  composer: { text: string };
}

/** The page at its address: kept conversations where there are any, else those of the config. */
export function createPage(window: Window): Page {
  const given = readConfig(window.document);
  const address = readAddress(window.location);
  const config = { ...given, asset: address.asset ?? given.asset };
  const clock = createClock(config.now);
  const kept = loadWorld(window, given);
  const now = clock.now();
  const seeds = config.threads ?? sampleThreads(config.sample);
  const threads = kept?.threads ?? seeds.map((seed) => threadOf(seed, given.asset, now));
  const store = createStore<PageState>({
    config,
    threads,
    address,
    openId: null,
    selectedId: null,
    tabIds: {},
    hydrated: config.hydrationDelay === 0,
    dialogOpen: config.dialog !== "closed",
    mounts: { list: 0, pane: 0, all: 0 },
  });
  return { store, clock, sent: kept?.sent ?? [], composer: { text: "" } };
}
