/** A stretch in which a team waited on the customer, epoch ms; `to` is null while the customer has not written. */
export interface Pause {
  from: number;
  to: number | null;
}

/**
 * The stretches in which a team waited on the customer. Each begins where somebody said so and ends by itself when the
 * customer writes. Only a time-to-outcome target is paused (definitions, Response times).
 * @param marks when *waiting on the customer* was set, epoch ms
 * @param incoming when the customer wrote, epoch ms, oldest first
 */
export const pausesOf = (marks: readonly number[], incoming: readonly number[]): Pause[] =>
  marks.map((from) => ({ from, to: incoming.find((at) => at > from) ?? null }));
