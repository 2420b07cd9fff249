import { marketingOption, type MarketingFacts } from "./messaging-marketing.ts";
import type { WindowReason } from "./messaging-reason.ts";
import { isExactToMinute, type Precision, widthOf } from "./precision.ts";
import type { Channel } from "./thread.ts";

/** Ways to write to a customer, from the freest to the narrowest. */
export type Send =
  | "standard"
  | "human_agent"
  | "ad_window"
  | "utility_template"
  | "marketing_message"
  | "template";

/** `possible` is what Meta's pages leave open: never shown as allowed. */
export type WindowState = "open" | "closed" | "possible" | "unknown";

/** One way to write. Instants are epoch ms; `until` null where an open one has no end, or none is known. */
export interface SendOption {
  send: Send;
  state: WindowState;
  until: number | null;
  /** When a closed one opens by itself; null where it does not. */
  opensAt: number | null;
  why: WindowReason;
}

export type Known = "yes" | "no" | "unknown";

/** An action of the customer as far as it was seen; "none": there was none; null: not observed. */
export type Action = { at: number; precision: Precision } | "none" | null;

export interface SendFacts {
  channel: Channel;
  now: number;
  /** The customer's last message, reaction, tap on a button, or click on an ad or link into the thread; a read is none. */
  lastAction: Action;
  lastMessage: Action;
  /** The thread was last opened by a click on an ad, and the customer wrote. */
  adClickAt: number | null;
  /** Whether the app may send with the HUMAN_AGENT tag, and templates that Meta approved. */
  humanAgent: Known;
  templates: Known;
  marketing: MarketingFacts;
}

export interface MessagingWindow {
  options: SendOption[];
  /** The freest open way; failing that what is possible or unknown; null says that nothing may be sent. */
  best: SendOption | null;
}

const HOUR_MS = 3_600_000;
const STANDARD_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** Message tags that Meta refuses since 27 April 2026 (error 100). */
const DEAD_TAGS = ["CONFIRMED_EVENT_UPDATE", "ACCOUNT_UPDATE", "POST_PURCHASE_UPDATE"] as const;

/** Whether Meta refuses a message tag since 27 April 2026, in capitals or not. */
export const isDeadTag = (tag: string): boolean => DEAD_TAGS.some((dead) => dead === tag.toUpperCase());

/**
 * What may be sent now, until when and why (definitions, What may be sent now). Computed from what was seen alone:
 * where the last action is not known, or not exactly enough, the answer is "unknown".
 * Facts: Meta's policy overview (copy of 2026-09-11) and marketing message pages (2026-04-13).
 */
export function messagingWindow(facts: SendFacts): MessagingWindow {
  const options = optionsOf(facts);
  const first = (state: WindowState) => options.find((option) => option.state === state);
  return { options, best: first("open") ?? first("possible") ?? first("unknown") ?? null };
}

function optionsOf(facts: SendFacts): SendOption[] {
  const standard = windowAfter("standard", facts.lastAction, STANDARD_MS, facts.now);
  if (facts.channel === "WEC_MESSAGE") return [standard, templateOption("template", facts.templates)];
  const options = [standard, humanAgentOption(facts), ...adOption(facts, standard)];
  if (facts.channel === "IG_MESSAGE") return options;
  return [
    ...options,
    templateOption("utility_template", facts.templates),
    marketingOption(facts.marketing, facts.now),
  ];
}

const option = (
  send: Send,
  state: WindowState,
  why: WindowReason,
  until: number | null = null,
): SendOption => ({
  send,
  state,
  until,
  opensAt: null,
  why,
});

/** Open for `lengthMs` after an action; where its time is known roughly, unknown between the two possible ends. */
function windowAfter(send: Send, action: Action, lengthMs: number, now: number): SendOption {
  if (action === null) return option(send, "unknown", "action_not_seen");
  if (action === "none") return option(send, "closed", "customer_never_acted");
  if (action.precision === "unknown") return option(send, "unknown", "action_not_seen");
  const until = action.at + lengthMs;
  if (now < until) return option(send, "open", "within_window", until);
  const latest = until + (isExactToMinute(action.precision) ? 0 : widthOf(action.precision));
  return now < latest
    ? option(send, "unknown", "action_time_rough", latest)
    : option(send, "closed", "window_over", until);
}

/** A person's own reply, up to seven days after the customer's message, for apps that Meta allows it. */
function humanAgentOption({ lastMessage, humanAgent, now }: SendFacts): SendOption {
  const window = windowAfter("human_agent", lastMessage, WEEK_MS, now);
  if (window.state !== "open") return window;
  if (humanAgent === "no") return option("human_agent", "closed", "no_permission");
  if (humanAgent === "unknown") return option("human_agent", "unknown", "permission_not_known", window.until);
  return { ...window, why: "person_only" };
}

/** "May last up to 7 days" after a click on an ad: Meta's page leaves its scope unclear. */
function adOption({ adClickAt, now }: SendFacts, standard: SendOption): SendOption[] {
  if (adClickAt === null || standard.state === "open" || now >= adClickAt + WEEK_MS) return [];
  return [option("ad_window", "possible", "ad_click", adClickAt + WEEK_MS)];
}

function templateOption(send: Send, templates: Known): SendOption {
  if (templates === "unknown") return option(send, "unknown", "permission_not_known");
  return templates === "yes"
    ? option(send, "open", "approved_template")
    : option(send, "closed", "no_permission");
}
