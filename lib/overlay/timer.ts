import type { Asked, Due } from "#lib/domain/response-due.ts";
import { countdown, minutes, span, weekTime } from "./words.ts";

/** How a time stands: nothing to do yet, soon, over; `quiet` where nobody waits. */
export type Tone = "quiet" | "calm" | "soon" | "over";

/** A time as it is shown: the number, and the words around it. */
export interface Timer {
  tone: Tone;
  before: string;
  time: string;
  after: string;
  /** What is left of the whole, 0 to 1; null where nothing empties. */
  share: number | null;
  /** The start is known roughly: never more than what is said. */
  atLeast: boolean;
  /** The same in as few words as a row of the list has room for. */
  short: string;
}

/** Further off than this a deadline is told by the clock on the wall. */
const FAR_MS = 12 * 3_600_000;
/** Meta's standard window after a message of the customer. */
export const WINDOW_MS = 24 * 3_600_000;
/** Its end is near. */
const WINDOW_SOON_MS = 2 * 3_600_000;

/** A ring is a few pixels wide: it is drawn in so many steps, and not at each tick. */
const STEPS = 32;

const inSteps = (share: number): number => Math.ceil(share * STEPS) / STEPS;

/** What is to be done in time, and what is said of it once it is over. */
const DEEDS: Partial<Record<Asked["metric"], { verb: string; done: string; short: string }>> = {
  outcome: { verb: "tag", done: "tagged", short: "" },
  handoff: { verb: "accept", done: "accepted", short: "accept " },
};
const ANSWER = { verb: "answer", done: null, short: "" };
const deedOf = ({ metric }: Asked) => DEEDS[metric] ?? ANSWER;

export interface Waited {
  asked: Asked;
  /** Null until the background has answered. */
  due: Due | null;
  atLeast: boolean;
}

const BASE = { tone: "calm", before: "", after: "", share: null } as const;

/** How spans are told. */
interface Telling {
  left: (ms: number) => string;
  since: (ms: number) => string;
}

/** As exact as there is room for: the last hour to the second. */
const EXACT: Telling = { left: countdown, since: span };
/** Where hundreds of times stand below each other: none changes more often than once a minute. */
export const TO_MINUTE: Telling = { left: minutes, since: minutes };

/** What is left until a deadline, or how far it is over. A reply exactly at the deadline is in time. */
export function timerOf({ asked, due, atLeast }: Waited, now: number, telling = EXACT): Timer {
  const waited = telling.since(now - asked.startedAt);
  if (due === null || due.deadline === null) {
    const after = due !== null && due.target.seconds !== null ? "no open hours" : "";
    const before = atLeast ? "Waiting at least" : "Waiting";
    return { ...BASE, atLeast, before, time: waited, after, short: `${before} ${waited}`.toLowerCase() };
  }
  const { deadline, soonAt } = due;
  const left = deadline - now;
  if (left < 0) return overBy(telling.since(-left), atLeast, asked);
  const tone = soonAt !== null && now >= soonAt ? "soon" : "calm";
  if (atLeast)
    return { ...BASE, atLeast, tone, before: "Waiting at least", time: waited, short: `at least ${waited}` };
  const share = deadline > asked.from ? inSteps(left / (deadline - asked.from)) : 0;
  const { verb, short: word } = deedOf(asked);
  if (left < FAR_MS) {
    const time = telling.left(left);
    return { ...BASE, atLeast, tone, share, time, after: `to ${verb}`, short: word + time };
  }
  const time = weekTime(deadline);
  const before = `${verb[0]?.toUpperCase() ?? ""}${verb.slice(1)} by`;
  return { ...BASE, atLeast, tone, share, before, time, short: `${word}by ${time}` };
}

function overBy(time: string, atLeast: boolean, asked: Asked): Timer {
  const { done, short } = deedOf(asked);
  return {
    ...BASE,
    atLeast,
    tone: "over",
    before: atLeast ? "At least" : "",
    time,
    after: done === null ? "over" : `over, not ${done}`,
    short: `${short}${atLeast ? "at least " : ""}${time} over`,
  };
}

/** The end of the window in which an answer may be sent, where it comes before the target's. */
export function windowTimer(until: number, due: Due | null, now: number, telling = EXACT): Timer | null {
  const left = until - now;
  if (left < 0 || until >= (due?.deadline ?? Number.POSITIVE_INFINITY)) return null;
  const time = telling.left(left);
  return {
    tone: left < WINDOW_SOON_MS ? "soon" : "calm",
    before: "Window:",
    time,
    after: "left",
    share: inSteps(left / WINDOW_MS),
    atLeast: false,
    short: `window ${time}`,
  };
}
