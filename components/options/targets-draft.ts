import { type Metric, METRICS, type Target, type Targets } from "#lib/domain/response-target.ts";
import { type Channel, CHANNELS } from "#lib/domain/thread.ts";
import { durationText, parseDuration } from "./duration-text.ts";

/** Which time counts, for all channels alike; `each` leaves them as they differ. */
export type ClockDraft = Target["clock"] | "each";

/** Targets as they are being typed. */
export type TargetsDraft = Record<Metric, { clock: ClockDraft; seconds: Record<Channel, string> }>;

/** safe because: there is one entry a key. */
const record = <Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;

export const draftOf = (targets: Targets): TargetsDraft =>
  record(METRICS, (metric) => {
    const clocks = new Set(CHANNELS.map((channel) => targets[metric][channel].clock));
    const [clock = "business"] = clocks;
    return {
      clock: clocks.size > 1 ? "each" : clock,
      seconds: record(CHANNELS, (channel) => durationText(targets[metric][channel].seconds)),
    };
  });

export interface TargetsRead {
  /** Null while something is wrong. */
  targets: Targets | null;
  problems: Partial<Record<Metric, Partial<Record<Channel, string>>>>;
}

/** Targets as typed; what is wrong is named by what it is for, and its channel. */
export function readDraft(draft: TargetsDraft, known: Targets): TargetsRead {
  const problems: TargetsRead["problems"] = {};
  const targets = record(METRICS, (metric) =>
    record(CHANNELS, (channel): Target => {
      const { clock, seconds } = draft[metric];
      const before = known[metric][channel];
      const read = parseDuration(seconds[channel]);
      if (!read.ok) problems[metric] = { ...problems[metric], [channel]: read.sentence };
      return {
        seconds: read.ok ? read.value : before.seconds,
        clock: clock === "each" ? before.clock : clock,
      };
    }),
  );
  return { targets: Object.keys(problems).length === 0 ? targets : null, problems };
}
