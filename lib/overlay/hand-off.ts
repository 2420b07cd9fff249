import type { Conversation } from "#lib/domain/conversation.ts";
import { standingOffer } from "#lib/domain/handoff.ts";
import { type HandoffKind, isQualified, type Outcome } from "#lib/domain/outcome.ts";
import type { People } from "./handoffs.ts";
import type { Judgement } from "./overlay.ts";

/** What somebody who takes over must be told: a conversation is handed off as one of these. */
export const ENOUGH = ["qualified", "sales_ready"] as const;
export type Enough = (typeof ENOUGH)[number];

/** What the rep said of a handoff; `whom` null is anybody, and left out it was not asked. */
export interface Said {
  as?: Enough;
  whom?: string | null;
}

/** What is still to be asked before a conversation is handed off, one at a time; null where all is said. */
export function questionOf(
  outcome: Outcome | null,
  team: People["team"],
  { as, whom }: Said,
): "outcome" | "whom" | null {
  if (!team) return null;
  const known = as ?? outcome;
  if (known === null || !isQualified(known)) return "outcome";
  return whom === undefined && team.colleagues.length > 1 ? "whom" : null;
}

/** Whom a handoff is meant for: who was chosen, or the only colleague there is; null is anybody. */
export function whomOf(team: People["team"], { whom }: Said): string | null {
  if (whom !== undefined) return whom;
  const [only, ...others] = team?.colleagues ?? [];
  return others.length === 0 ? (only?.id ?? null) : null;
}

/**
 * All that handing off records, together: the panel, macros and suggestions hand off by this alone. An offer that
 * somebody accepted stays what it was, handing on is a new one; one that nobody accepted gives way.
 */
export function handingOff(
  conversation: Conversation | null,
  team: People["team"],
  to: HandoffKind,
  said: Said,
): Judgement[] {
  const { as } = said;
  const whom = whomOf(team, said);
  return [
    ...takingBack(conversation),
    ...(as ? [{ kind: "outcome_tagged" as const, data: { outcome: as } }] : []),
    { kind: "handoff_offered", data: { to, ...(whom !== null && { whom }) } },
  ];
}

/** What withdraws the offer that nobody has accepted yet. */
export function takingBack(conversation: Conversation | null): Judgement[] {
  const offer = standingOffer(conversation?.handoffs ?? []);
  return offer && !offer.held ? [{ kind: "withdrawn", data: { target: offer.event } }] : [];
}
