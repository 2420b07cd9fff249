import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import type { Background } from "#lib/background/background.ts";
import { answerAlertClicks } from "#lib/background/alert-clicks.ts";
import { createAlerts } from "#lib/background/alerts.ts";
import { startAttention } from "#lib/background/attention.ts";
import { showCount } from "#lib/background/badge.ts";
import { answerClocks } from "#lib/background/clock-answers.ts";
import { startFollowing } from "#lib/background/following.ts";
import { answerMacros } from "#lib/background/macro-answers.ts";
import { answerPages } from "#lib/background/page-answers.ts";
import { answerPairing } from "#lib/background/pairing-answers.ts";
import { answerPresence } from "#lib/background/presence.ts";
import { answerAdmin } from "#lib/background/admin-answers.ts";
import { answerPrivacy } from "#lib/background/privacy-answers.ts";
import { clearNotice, showNotice } from "#lib/background/notices.ts";
import { createOpening, sayOpened } from "#lib/background/opening.ts";
import { answerQueue } from "#lib/background/queue-answers.ts";
import { answerAsKnown } from "#lib/background/as-known-answers.ts";
import { answerReports } from "#lib/background/report-answers.ts";
import { answerSends } from "#lib/background/send-answers.ts";
import { answerSettings } from "#lib/background/settings-answers.ts";
import { answerSales } from "#lib/background/sales-answers.ts";
import { answerSpend } from "#lib/background/spend-answers.ts";
import { createSurvey } from "#lib/background/survey.ts";
import { tell } from "#lib/background/tell.ts";
import { answerThreads } from "#lib/background/thread-answers.ts";
import { createRecovery } from "#lib/background/unsent.ts";
import { answerWalk } from "#lib/background/walk-answers.ts";
import { ALARM, startWaking } from "#lib/background/waking.ts";
import { answerWorkspaces } from "#lib/background/workspace-answers.ts";
import { openDatabase } from "#lib/store/database.ts";
import type { Store } from "#lib/store/store.ts";
import type { Sync } from "#lib/sync/push.ts";
import { pause } from "#lib/pause.ts";

/** Deadlines pass while nothing changes: looked at each minute, and when the next one is known to come. */
const MINUTE_ALARM = "minute";
const ALERT_ALARM = "alerts";

/** Sets and clears one alarm, by its name. */
const alarm =
  (name: string) =>
  (at: number | null): void => {
    if (at === null) void browser.alarms.clear(name);
    else void browser.alarms.create(name, { when: at });
  };

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
    const survey = createSurvey(store);
    const alerts = createAlerts({
      store,
      show: showNotice,
      clear: clearNotice,
      setAlarm: alarm(ALERT_ALARM),
    });
    const attend = startAttention(survey, [
      (surveyed) => showCount(surveyed, store.now()),
      (surveyed) => alerts.follow(surveyed),
    ]);
    const told: Background["tell"] = (...said) => {
      tell(...said);
      attend();
    };
    const opening = createOpening(sayOpened);
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
      setAlarm: alarm(ALARM),
      setTimer: (work, ms) => {
        clearTimeout(timer);
        timer = setTimeout(work, ms);
      },
      refreshed: () => told({ threads: [], settings: true }),
    });
    const following = startFollowing({ sync, pause });
    const recovery = createRecovery({ store, tell: told, wake }, browser.storage.local);
    const recover = () => recovery().catch(reportError);
    const follow = async () => {
      await Promise.all([recover(), following()]);
    };
    const background: Background = {
      store,
      sync,
      tell: told,
      wake,
      follow,
      recovered: recover(),
    };

    answerThreads(background, (tab, thread) => {
      opening.opened(tab, thread);
      alerts.seen(thread);
    });
    answerQueue(survey, opening, store.now);
    answerWalk(store);
    answerAlertClicks(store, opening);
    answerClocks(background);
    answerPresence(sync, pause);
    answerSends(background);
    answerMacros(background, navigator.language);
    answerPages(background);
    answerReports(background);
    answerAsKnown(background);
    answerPairing(background);
    answerSpend(background);
    answerAdmin(background);
    answerSales(background);
    answerSettings(background);
    answerWorkspaces(background);
    answerPrivacy(background);
    void browser.alarms.create(MINUTE_ALARM, { periodInMinutes: 1 });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void wake({ urgent: false });
      else attend();
    });
    browser.runtime.onStartup.addListener(() => void wake({ urgent: false }));
    globalThis.addEventListener("online", () => void wake({ urgent: true }));
    void wake({ urgent: false });
  },
});
