import type { Current } from "./current.ts";

const SECOND = 1_000;

/** Whether the customer waits for an answer. */
export const isWaiting = ({ conversation }: Current): boolean => conversation?.waits.at(-1)?.endedAt === null;

/**
 * When a wait ends without an answer, said at `now`. The page's times are whole seconds: what the customer writes in
 * this very second, unseen yet, comes after it and waits again.
 */
export const settledAt = ({ conversation }: Current, now: number): number =>
  Math.max((conversation?.lastCustomerAt ?? 0) + 1, Math.floor(now / SECOND) * SECOND - 1);
