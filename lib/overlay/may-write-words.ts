import type { MessagingWindow, SendOption } from "#lib/domain/messaging-window.ts";
import { WINDOW_REASONS } from "#lib/domain/messaging-reason.ts";
import type { Tone } from "./timer.ts";
import { dayTime } from "./words.ts";

/** Near its end a window is marked. */
const SOON_MS = 2 * 3_600_000;

const NAMES: Record<SendOption["send"], string> = {
  standard: "Any message",
  human_agent: "A person's own reply",
  ad_window: "A reply after the ad",
  utility_template: "A utility template",
  marketing_message: "A marketing message",
  template: "An approved template",
};

/** What stands above the composer: words that hold until `until`, and how sure they are. */
export interface MayWrite {
  before: string;
  /** The same where there is little room. */
  brief: string;
  time: string;
  tone: Tone;
  isSure: boolean;
}

/** The freest way to write, in a few words. */
export function mayWriteWords({ best }: MessagingWindow, now: number): MayWrite {
  if (!best) return { before: "May not write now", brief: "not now", time: "", tone: "over", isSure: true };
  const { send, state, until } = best;
  const time = until === null ? "" : dayTime(until, now);
  if (state !== "open") {
    const before = time === "" ? "May write: not known" : "May perhaps write until";
    return { before, brief: time === "" ? "not known" : "perhaps", time, tone: "calm", isSure: false };
  }
  const who = send === "human_agent" ? "A person may write" : "May write";
  const tone = until !== null && until - now < SOON_MS ? "soon" : "calm";
  return {
    before: time === "" ? who : `${who} until`,
    brief: time === "" ? "yes" : "until",
    time,
    tone,
    isSure: true,
  };
}

const STATES: Record<SendOption["state"], string> = {
  open: "yes",
  closed: "no",
  possible: "perhaps",
  unknown: "not known",
};

/** One way to write: whether, until when or from when, and why. */
export interface SendLine {
  name: string;
  state: SendOption["state"];
  answer: string;
  why: string;
}

export const sendLines = ({ options }: MessagingWindow, now: number): SendLine[] =>
  options.map(({ send, state, until, opensAt, why }) => {
    const when =
      opensAt !== null
        ? `, from ${dayTime(opensAt, now)}`
        : until !== null && state !== "closed"
          ? `, until ${dayTime(until, now)}`
          : "";
    return { name: NAMES[send], state, answer: STATES[state] + when, why: WINDOW_REASONS[why] };
  });

/** When the answer may read otherwise, epoch ms: as the next window ends or opens. */
export const nextChange = ({ options }: MessagingWindow, now: number): number =>
  Math.min(
    ...options
      .flatMap(({ until, opensAt }) => [until, opensAt])
      .filter((at) => at !== null && at > now)
      .map(Number),
  );
