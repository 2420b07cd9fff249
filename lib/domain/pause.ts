import type { Span } from "./span.ts";

/**
 * The stretches in which a team waited on the customer. Each begins where somebody said so and ends by itself when the
 * customer writes; `to` is Infinity while nobody has. Only a time-to-outcome target is paused (definitions, Response times).
 * @param marks when *waiting on the customer* was set, epoch ms
 * @param incoming when the customer wrote, epoch ms
 */
export const pausesOf = (marks: readonly number[], incoming: readonly number[]): Span[] =>
  marks.map((from) => ({
    from,
    to: Math.min(...incoming.filter((at) => at > from)),
  }));
