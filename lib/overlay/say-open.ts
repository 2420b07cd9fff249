import { readLocation } from "#lib/inbox/location.ts";
import type { Send } from "./send.ts";

/** Sooner than an idle background is put to sleep (30 seconds). */
const EVERY_MS = 20_000;

/** What was not heard is said again soon. */
const nextTime = () => undefined;

/** Tells the background, now and again, that an inbox is open: as long as it hears so, it follows the team's feed. */
export function sayOpen(window: Window, send: Send, signal: AbortSignal): void {
  const say = () => {
    if (readLocation(window.location.href)) send("inboxOpen", undefined).catch(nextTime);
  };
  const timer = window.setInterval(say, EVERY_MS);
  signal.addEventListener("abort", () => window.clearInterval(timer), { once: true });
  say();
}
