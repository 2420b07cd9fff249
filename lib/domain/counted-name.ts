import type { Conversation } from "./conversation.ts";
import { ownerOf } from "./owner.ts";
import type { TouchRule } from "./touch.ts";

/** Groupings by what has a name of its own beside where a conversation came from. */
export const NAMED = ["member", "macro"] as const;
export type Named = (typeof NAMED)[number];

/** One row for all macros that are no longer, or never were, the team's: those of a person have no shared name. */
export const PERSONAL_MACROS = { key: "personal macros", label: "Personal and former macros" };

/** Who, or which macro, a conversation is counted with; null is nobody, or none. */
export function countedName(conversation: Conversation, by: Named, rule: TouchRule): string | null {
  if (by === "member") return ownerOf(conversation)?.by ?? null;
  const { macros } = conversation;
  return (rule === "first" ? macros[0] : macros.at(-1))?.macro ?? null;
}

export const isNamed = (by: string): by is Named => NAMED.some((one) => one === by);

/** The key and the label of a group, by the names that are known. */
export function namedGroup(
  by: Named,
  name: string | null,
  names: ReadonlyMap<string, string>,
): [key: string | null, label: string] {
  if (name === null) return [null, by === "member" ? "Nobody yet" : "No macro"];
  const known = names.get(name);
  if (known !== undefined) return [name, known];
  return by === "member" ? [name, "Somebody else"] : [PERSONAL_MACROS.key, PERSONAL_MACROS.label];
}
