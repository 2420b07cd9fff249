import { browser } from "wxt/browser";
import { entryOf, isOverdue } from "#lib/domain/queue.ts";
import type { Surveyed } from "./survey.ts";

const RED = "#b3261e";

/** Puts the number of those who wait too long on the toolbar's icon; nothing while there are none. */
export async function showCount(surveyed: readonly Surveyed[], now: number): Promise<void> {
  const entries = surveyed.flatMap((one) => entryOf({ ...one, now }) ?? []);
  const count = entries.filter((entry) => isOverdue(entry, now)).length;
  await browser.action.setBadgeBackgroundColor({ color: RED });
  await browser.action.setBadgeText({ text: count === 0 ? "" : String(count) });
  await browser.action.setTitle({ title: count === 0 ? "Rung" : `Rung: ${count} overdue` });
}
