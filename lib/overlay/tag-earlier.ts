import type { Command } from "#lib/domain/commands.ts";
import { OUTCOMES } from "#lib/domain/outcome.ts";
import type { Judgement } from "./overlay.ts";

/**
 * What a key says of an earlier conversation of the open thread; null where the key is no outcome's.
 * @param about an instant of that conversation, epoch ms
 * @param id of the tag
 */
export function tagsOfEarlier(command: Command, about: number, id: string): Judgement[] | null {
  const outcome = OUTCOMES.find((one) => one === command);
  if (!outcome) return null;
  const tag: Judgement = { id, kind: "outcome_tagged", data: { outcome, about } };
  return outcome === "converted"
    ? [tag, { kind: "sale_recorded", data: { how: "in_chat", tag: id, about } }]
    : [tag];
}
