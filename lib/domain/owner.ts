import type { Conversation } from "./conversation.ts";
import { isBy, standingOffer } from "./handoff.ts";

/** Whose conversation it is, and why. `by` is a member, undefined for this device. */
export interface Owner {
  by: string | undefined;
  because: "accepted" | "replied" | "tagged";
}

/** Who accepted the last handoff, else who replied or tagged last; null where nobody did. */
export function ownerOf({
  handoffs,
  reply,
  outcome,
}: Pick<Conversation, "handoffs" | "reply" | "outcome">): Owner | null {
  const held = standingOffer(handoffs)?.held;
  if (held) return { by: held.by, because: "accepted" };
  if (reply && (outcome === null || reply.at >= outcome.at)) return { by: reply.by, because: "replied" };
  return outcome && { by: outcome.by, because: "tagged" };
}

/** @param me the member that this browser is; null without a server */
export function isOwnedBy(conversation: Conversation, me: string | null): boolean {
  const owner = ownerOf(conversation);
  return owner !== null && isBy(owner.by, me);
}
