import { browser } from "wxt/browser";
import { isOverdue, type QueueEntry } from "#lib/domain/queue.ts";

/** The alarm by which the count goes on while nothing changes: deadlines pass by themselves. */
export const BADGE_ALARM = "badge";
const MINUTES = 1;
/** Changes come in bursts; the count follows them together, this many ms later. */
const GATHER_MS = 1_000;
const RED = "#b3261e";

interface BadgeParts {
  entries: () => Promise<QueueEntry[]>;
  now: () => number;
}

/**
 * Keeps the number of those who wait too long on the toolbar's icon; nothing while there are none.
 * @returns called when something changed, and when the alarm rings
 */
export function startBadge({ entries, now }: BadgeParts): () => void {
  let isAsked = false;
  const show = async () => {
    isAsked = false;
    const count = (await entries()).filter((entry) => isOverdue(entry, now())).length;
    await browser.action.setBadgeText({ text: count === 0 ? "" : String(count) });
    await browser.action.setTitle({ title: count === 0 ? "Rung" : `Rung: ${count} overdue` });
  };
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    setTimeout(() => void show(), GATHER_MS);
  };
  void browser.action.setBadgeBackgroundColor({ color: RED });
  void browser.alarms.create(BADGE_ALARM, { periodInMinutes: MINUTES });
  ask();
  return ask;
}
