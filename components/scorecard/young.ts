import type { Rung } from "#lib/domain/ladder.ts";
import type { Tally } from "#lib/domain/tally.ts";

const HITS: Partial<Record<Rung, keyof Omit<Tally, "revenue">>> = {
  replyRate: "immatureWentOn",
  qualificationRate: "immatureQualified",
  handoffRate: "immatureHandedOff",
  closeRate: "immatureCustomers",
};

/** How many of those that a rate counts are younger than the conversion window. */
export function youngHits(rung: Rung, tally: Tally): number {
  const key = HITS[rung];
  return key === undefined ? 0 : tally[key];
}
