import type { SuiteConfig } from "./config.ts";
import type { Page, Sent } from "./state.ts";
import type { SuiteThread } from "./types.ts";
import { hashOf } from "./world/random.ts";

/** What a server would still know after a reload. */
export interface World {
  threads: SuiteThread[];
  sent: Sent[];
}

/** A write is dear where many messages arrive at once. */
const WRITE_EVERY = 100;

/** Live switches are left out: only the config that the page was served with names the world. */
const keyOf = (config: SuiteConfig): string => `suite/${hashOf(JSON.stringify(config))}`;

// safe because only keepWorld writes under this key
const asWorld = (value: unknown): World => value as World;

export function loadWorld(window: Window, config: SuiteConfig): World | null {
  const text = config.persists ? window.localStorage.getItem(keyOf(config)) : null;
  return text === null ? null : asWorld(JSON.parse(text));
}

/** Writes the world at each change or soon after, and takes over what another tab of the same page wrote. */
export function keepWorld(window: Window, page: Page, config: SuiteConfig): void {
  if (!config.persists) return;
  const key = keyOf(config);
  let threads = page.store.get().threads;
  let timer = 0;
  let written = Number.NEGATIVE_INFINITY;
  const write = () => {
    clearTimeout(timer);
    timer = 0;
    written = performance.now();
    const world: World = { threads, sent: page.sent };
    window.localStorage.setItem(key, JSON.stringify(world));
  };
  // At once: times given as minutes ago must not move with a reload.
  if (loadWorld(window, config) === null) write();
  page.store.subscribe(() => {
    const next = page.store.get().threads;
    if (next === threads) return;
    threads = next;
    if (performance.now() - written > WRITE_EVERY) write();
    else timer ||= window.setTimeout(write, WRITE_EVERY);
  });
  window.addEventListener("pagehide", () => timer && write());
  window.addEventListener("storage", (event) => {
    if (event.key !== key || event.newValue === null) return;
    const world = asWorld(JSON.parse(event.newValue));
    threads = world.threads;
    page.sent.splice(0, page.sent.length, ...world.sent);
    page.store.update((state) => ({ ...state, threads: world.threads }));
  });
}
