import type { Alert } from "./alert.ts";
import type { Metric } from "./response-target.ts";
import { CHANNEL_NAMES, threadKey } from "./thread.ts";

/** A notification's two lines. */
export interface AlertWords {
  title: string;
  message: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** As much of a name as a notification has room for. */
const MOST = 60;

/** A customer chose it: no line breaks, nothing that turns the direction of the words around it. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\s]+/gu;

function nameOf({ name }: Alert): string {
  const shown = [...(name ?? "").replaceAll(UNSEEN, " ").trim()];
  if (shown.length === 0) return "A customer";
  return shown.length > MOST ? `${shown.slice(0, MOST).join("")}…` : shown.join("");
}

const WHAT: Record<Metric, string> = {
  first_reply: "waits for an answer",
  next_reply: "waits for an answer",
  outcome: "is not tagged yet",
  handoff: "was handed off, and nobody has accepted",
};

/** A span in its largest unit, never none: "1 min", "3 h". */
const roughly = (ms: number): string =>
  ms < HOUR ? `${Math.max(1, Math.round(ms / MINUTE))} min` : `${Math.round(ms / HOUR)} h`;

/** One customer's alert. Names as this browser knows them, never a word that was written. */
export const alertWords = (alert: Alert, now: number): AlertWords => ({
  title: `${nameOf(alert)} ${WHAT[alert.metric]}`,
  message:
    alert.stage === "soon"
      ? `${roughly(alert.at - now)} left. ${CHANNEL_NAMES[alert.thread.channel]}`
      : `${roughly(now - alert.at)} past the target. ${CHANNEL_NAMES[alert.thread.channel]}`,
});

const customersOf = (alerts: readonly Alert[]): number =>
  new Set(alerts.map(({ thread }) => threadKey(thread))).size;

/** Many at once, in one alert. */
export function manyWords(alerts: readonly Alert[]): AlertWords {
  const all = customersOf(alerts);
  const missed = customersOf(alerts.filter(({ stage }) => stage === "missed"));
  const soon = all - missed;
  const title =
    soon === 0
      ? `${all} customers are past their target`
      : missed === 0
        ? `${all} customers are due soon`
        : `${all} customers: ${missed} past their target, ${soon} due soon`;
  return { title, message: "Open the queue to see who comes next." };
}
