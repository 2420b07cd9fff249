import { responseRulesOf } from "#lib/domain/response-rules.ts";
import type { ResponseRules } from "#lib/domain/response-due.ts";
import type { Settings } from "#lib/domain/settings.ts";
import type { TouchRule } from "#lib/domain/touch.ts";
import type { InForce } from "#server/workspace/in-force.ts";

/** What of the settings decides where a conversation is counted in the rollups. */
export interface RollupRules {
  timeZone: string;
  rule: TouchRule;
  response: ResponseRules;
}

export const rollupRules = ({ settings, timeZone }: Pick<InForce, "settings" | "timeZone">): RollupRules => ({
  timeZone,
  rule: settings.rule,
  response: compiled(settings, timeZone),
});

/** Calendars remember what they worked out, so that the same hours are not compiled for every batch. */
const known = new Map<string, ResponseRules>();
const KEPT = 100;

function compiled({ hours, targets }: Settings, timeZone: string): ResponseRules {
  const key = JSON.stringify([hours, targets, timeZone]);
  const rules = known.get(key) ?? responseRulesOf({ hours, targets }, timeZone);
  known.delete(key);
  known.set(key, rules);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return rules;
}
