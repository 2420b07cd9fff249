import { neededFor } from "#lib/domain/checklist.ts";
import type { Conversation } from "#lib/domain/conversation.ts";
import { standingOffer } from "#lib/domain/handoff.ts";
import { type HandoffKind, isQualified, type Outcome } from "#lib/domain/outcome.ts";
import type { OverlaySettings } from "#lib/messages.ts";
import type { People } from "./handoffs.ts";
import type { Judgement } from "./overlay.ts";

/** What somebody who takes over must be told: a conversation is handed off as one of these. */
export const ENOUGH = ["qualified", "sales_ready"] as const;
export type Enough = (typeof ENOUGH)[number];

/** What the rep said of a handoff; `whom` null is anybody, and left out it was not asked. */
export interface Said {
  as?: Enough;
  whom?: string | null;
  /** Points of the checklist that the team wants to be known for it, and that the rep has ticked now. */
  points?: readonly string[];
}

/** A handoff that is about to be offered: to what, of which conversation, and what that is tagged or will be. */
export interface Offering {
  to: HandoffKind;
  conversation: Conversation | null;
  outcome: Outcome | null;
}

/** What of the settings a handoff depends on; null until they have come. */
type Rules = Pick<OverlaySettings, "team" | "checklist"> | null;

/** What the team wants to be known for such a handoff and nobody had ticked before. */
export function unknownIn(
  { to, conversation }: Pick<Offering, "to" | "conversation">,
  rules: Rules,
): string[] {
  const needed = rules?.team ? neededFor(rules.checklist, to) : [];
  return needed.filter((point) => !conversation?.criteria.includes(point));
}

/** What is still to be asked before a conversation is handed off, one at a time; null where all is said. */
export function questionOf(
  offering: Offering,
  rules: Rules,
  { as, whom, points = [] }: Said,
): "outcome" | "points" | "whom" | null {
  const team = rules?.team ?? null;
  if (!team) return null;
  const known = as ?? offering.outcome;
  if (known === null || !isQualified(known)) return "outcome";
  if (unknownIn(offering, rules).some((point) => !points.includes(point))) return "points";
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
  { to, conversation }: Pick<Offering, "to" | "conversation">,
  rules: Rules,
  said: Said,
): Judgement[] {
  const { as, points = [] } = said;
  const whom = whomOf(rules?.team ?? null, said);
  return [
    ...takingBack(conversation),
    ...(rules && points.length > 0 ? [ticking(conversation, rules.checklist, points)] : []),
    ...(as ? [{ kind: "outcome_tagged" as const, data: { outcome: as } }] : []),
    { kind: "handoff_offered", data: { to, ...(whom !== null && { whom }) } },
  ];
}

/** The points that were ticked, and those that are now. */
function ticking(
  conversation: Conversation | null,
  { criteria, version }: OverlaySettings["checklist"],
  points: readonly string[],
): Judgement {
  const ticked = criteria.filter((one) => points.includes(one) || conversation?.criteria.includes(one));
  return { kind: "criteria_ticked", data: { criteria: ticked, definition: version } };
}

/** What withdraws the offer that nobody has accepted yet. */
export function takingBack(conversation: Conversation | null): Judgement[] {
  const offer = standingOffer(conversation?.handoffs ?? []);
  return offer && !offer.held ? [{ kind: "withdrawn", data: { target: offer.event } }] : [];
}
