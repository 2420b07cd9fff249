import { pointName } from "#lib/domain/checklist.ts";
import type { Conversation } from "#lib/domain/conversation.ts";
import { type Handoff, isBy, isOfferedTo, standingOffer } from "#lib/domain/handoff.ts";
import { type Outcome, OUTCOME_NAMES } from "#lib/domain/outcome.ts";
import { sourceWords } from "#lib/domain/source-words.ts";
import { countedTouch } from "#lib/domain/touch.ts";
import type { OverlaySettings } from "#lib/messages.ts";

/**
 * How a conversation's handoff stands for this person. `counts`: nobody else is there to accept it; `to_me` and
 * `waiting`: nobody has accepted it yet; `mine` and `held`: somebody has.
 */
export type HandoffNow =
  | { state: "none" }
  | { state: "returned" | "counts" | "to_me" | "waiting" | "mine" | "held"; handoff: Handoff };

export function handoffNow(
  conversation: Conversation | null,
  team: OverlaySettings["team"] | undefined,
): HandoffNow {
  const handoffs = conversation?.handoffs ?? [];
  const handoff = standingOffer(handoffs);
  const last = handoffs.at(-1);
  if (!handoff) return last ? { state: "returned", handoff: last } : { state: "none" };
  if (!team) return { state: "counts", handoff };
  if (handoff.held) return { state: isBy(handoff.held.by, team.me) ? "mine" : "held", handoff };
  return { state: isOfferedTo(handoff, team.me) ? "to_me" : "waiting", handoff };
}

export type People = Pick<OverlaySettings, "team" | "members">;

/** Until the settings have come. */
export const NOBODY: People = { team: null, members: {} };

/** A member by name; "you" for this person. */
export function memberName(by: string | undefined, { team, members }: People): string {
  return isBy(by, team?.me ?? null) ? "you" : (members[by ?? ""] ?? "a colleague");
}

/**
 * What a colleague who takes over is told: the outcome, what of the checklist is met, and the source.
 * @param points ticked besides, while it is being offered
 */
export function contextOf(
  conversation: Conversation | null,
  outcome: Outcome | null,
  settings: Pick<OverlaySettings, "ads" | "checklist"> | null,
  points: readonly string[] = [],
): string[] {
  const touch = countedTouch(conversation?.touches ?? []);
  return [
    outcome === null ? "Not tagged" : OUTCOME_NAMES[outcome],
    ...[...(conversation?.criteria ?? []), ...points].map((point) =>
      pointName(point, settings?.checklist ?? {}),
    ),
    ...(touch ? [sourceWords(touch.source, settings?.ads ?? {}).join(" ")] : []),
  ];
}
