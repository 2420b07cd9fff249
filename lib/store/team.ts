import type { PairingRow } from "./database.ts";

/** Those whom this person works with; nobody alone, and nobody in a workspace of one. */
export interface Team {
  /** The member that this browser is. */
  me: string | null;
  colleagues: { id: string; name: string }[];
}

export function teamOf(pairing: PairingRow | null): Team {
  if (!pairing) return { me: null, colleagues: [] };
  const { member, members } = pairing;
  const there = members.filter(({ id, left }) => id !== member.id && !left);
  return { me: member.id, colleagues: there.map(({ id, name }) => ({ id, name })) };
}
