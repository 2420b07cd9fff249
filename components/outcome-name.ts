import { type Outcome, OUTCOME_NAMES } from "#lib/domain/outcome.ts";

/** The outcome in one word, for a button or a mark; the full name is read aloud and shown beside it. */
export const shortName = (outcome: Outcome): string =>
  outcome === "partially_qualified" ? "Partial" : OUTCOME_NAMES[outcome];
