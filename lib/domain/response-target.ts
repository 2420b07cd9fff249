import type { Channel } from "./thread.ts";

/** What is timed, in the order in which ties are settled. */
export const METRICS = ["first_reply", "next_reply", "outcome", "handoff"] as const;
export type Metric = (typeof METRICS)[number];

/** What the interface calls each. */
export const METRIC_NAMES: Record<Metric, string> = {
  first_reply: "First reply",
  next_reply: "Next reply",
  outcome: "Time to outcome",
  handoff: "Handoff accepted",
};

/** How long something may take, and which time counts. `seconds` null sets no target: it is only measured. */
export interface Target {
  seconds: number | null;
  clock: "business" | "wall";
}

/** A target a channel, for each metric. */
export type Targets = Record<Metric, Record<Channel, Target>>;

const onEvery = (target: Target): Record<Channel, Target> => ({
  FB_MESSAGE: target,
  IG_MESSAGE: target,
  WEC_MESSAGE: target,
});

/** Marked "default" on screen until somebody confirms them (definitions, Response times). */
export const DEFAULT_TARGETS: Targets = {
  first_reply: onEvery({ seconds: 15 * 60, clock: "business" }),
  next_reply: onEvery({ seconds: 15 * 60, clock: "business" }),
  outcome: onEvery({ seconds: 24 * 3_600, clock: "wall" }),
  handoff: onEvery({ seconds: 30 * 60, clock: "business" }),
};
