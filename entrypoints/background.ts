import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import type { Background } from "#lib/background/background.ts";
import { BADGE_ALARM, startBadge } from "#lib/background/badge.ts";
import { answerClocks } from "#lib/background/clock-answers.ts";
import { startFollowing } from "#lib/background/following.ts";
import { answerMacros } from "#lib/background/macro-answers.ts";
import { answerPages } from "#lib/background/page-answers.ts";
import { answerPairing } from "#lib/background/pairing-answers.ts";
import { answerPrivacy } from "#lib/background/privacy-answers.ts";
import { answerQueue } from "#lib/background/queue-answers.ts";
import { createQueue } from "#lib/background/queue-entries.ts";
import { answerReports } from "#lib/background/report-answers.ts";
import { answerSends } from "#lib/background/send-answers.ts";
import { answerSettings } from "#lib/background/settings-answers.ts";
import { answerSales } from "#lib/background/sales-answers.ts";
import { answerSpend } from "#lib/background/spend-answers.ts";
import { tell } from "#lib/background/tell.ts";
import { answerThreads } from "#lib/background/thread-answers.ts";
import { ALARM, startWaking } from "#lib/background/waking.ts";
import { openDatabase } from "#lib/store/database.ts";
import type { Store } from "#lib/store/store.ts";
import type { Sync } from "#lib/sync/push.ts";
import { pause } from "#lib/pause.ts";

/** Composition only. Every listener is registered before the first await: the message that woke us waits for it. */
export default defineBackground({
  type: "module",
  main() {
    const store: Store = {
      db: openDatabase("rung"),
      now: () => Date.now(),
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    const queue = createQueue(store);
    const recount = startBadge({ entries: queue, now: store.now });
    const told: Background["tell"] = (...said) => {
      tell(...said);
      recount();
    };
    const sync: Sync = {
      store,
      wire: {
        fetch: (...asked) => fetch(...asked),
        now: store.now,
        signal: new AbortController().signal,
      },
      chance: () => Math.random(),
      lock: (name, work) => navigator.locks.request(name, work),
      changed: told,
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = startWaking({
      sync,
      setAlarm: (at) => {
        if (at === null) void browser.alarms.clear(ALARM);
        else void browser.alarms.create(ALARM, { when: at });
      },
      setTimer: (work, ms) => {
        clearTimeout(timer);
        timer = setTimeout(work, ms);
      },
      refreshed: () => told({ threads: [], settings: true }),
    });
    const follow = startFollowing({ sync, pause });
    const background: Background = { store, sync, tell: told, wake, follow };

    answerThreads(background, answerQueue(queue));
    answerClocks(background);
    answerSends(background);
    answerMacros(background, navigator.language);
    answerPages(background);
    answerReports(background);
    answerPairing(background);
    answerSpend(background);
    answerSales(background);
    answerSettings(background);
    answerPrivacy(background);
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void wake({ urgent: false });
      if (name === BADGE_ALARM) recount();
    });
    browser.runtime.onStartup.addListener(() => void wake({ urgent: false }));
    globalThis.addEventListener("online", () => void wake({ urgent: true }));
    void wake({ urgent: false });
  },
});
