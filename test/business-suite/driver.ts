import { findThread, openThread, rowsOf, showSection } from "./actions.ts";
import { writesOf } from "./driver-writes.ts";
import type { Heard } from "./listen.ts";
import type { Page, PageState } from "./state.ts";
import { seedClasses } from "./style/atomic.ts";
import { applyTheme } from "./style/theme.ts";
import type { SuiteDriver } from "./suite.ts";
import { forgetViolations, readViolations } from "./violations.ts";

interface Records {
  started: Promise<void>;
  heard: Heard[];
  fired: string[];
  errors: string[];
}

/** `window.suite` over one page. */
export function createDriver(page: Page, { started, heard, fired, errors }: Records): SuiteDriver {
  const { store, clock } = page;
  const change = (step: Partial<PageState>) => store.update((state) => ({ ...state, ...step }));
  const set: SuiteDriver["set"] = (switches) => {
    change({ config: { ...store.get().config, ...switches } });
    const { theme, tinyRem } = store.get().config;
    applyTheme(theme, tinyRem);
  };
  return {
    ready: () => started,
    ...writesOf(page),
    openThread: (thread) => openThread(page, thread),
    closeThread: () => change({ openId: null, selectedId: null }),
    showSection: (section) => showSection(page, section),
    set,
    setTheme: (theme) => set({ theme }),
    setNow(at) {
      clock.set(at);
      change({});
    },
    advance(ms) {
      clock.advance(ms);
      change({});
    },
    renderAgain: () => change({ threads: store.get().threads.map((thread) => ({ ...thread })) }),
    remount(part) {
      const { mounts } = store.get();
      change({ mounts: { ...mounts, [part]: mounts[part] + 1 } });
    },
    rotateClasses(seed) {
      seedClasses(seed);
      set({ classSeed: seed });
    },
    scrollList(top) {
      const scroller = document.querySelector('[role="presentation"]')?.closest('[style*="will-change"]');
      if (scroller) scroller.scrollTop = top;
    },
    openDialog(trap) {
      set({ dialog: trap });
      change({ dialogOpen: true });
    },
    closeDialog: () => change({ dialogOpen: false }),
    now: () => clock.now(),
    threads: () => store.get().threads,
    listed: () => rowsOf(store.get()).map(({ id, name }) => ({ id, name })),
    opened() {
      const thread = findThread(store.get(), store.get().openId);
      if (!thread) return null;
      const { channel, asset, id, name } = thread;
      return { channel, asset, id, name };
    },
    composerText: () => page.composer.text,
    sent: () => [...page.sent],
    violations: readViolations,
    forgetViolations,
    heard: () => [...heard],
    forgetHeard: () => void heard.splice(0),
    hotKeysFired: () => [...fired],
    errors: () => [...errors],
  };
}
