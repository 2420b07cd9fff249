import type { ResponseRules } from "#lib/domain/response-due.ts";
import { responseRulesOf } from "#lib/domain/response-rules.ts";
import type { Settings } from "#lib/domain/settings.ts";

/** How many workspaces' hours are kept ready. */
const KEPT = 8;

/** Hours and targets made ready once: a calendar remembers what it worked out. */
export function createClockRules(browserZone: string): (settings: Settings) => ResponseRules {
  const ready = new Map<string, ResponseRules>();
  return ({ hours, targets, timeZone }) => {
    const zone = timeZone ?? browserZone;
    const key = JSON.stringify([hours, targets, zone]);
    const rules = ready.get(key) ?? responseRulesOf({ hours, targets }, zone);
    ready.delete(key);
    ready.set(key, rules);
    const [oldest] = ready.keys();
    if (ready.size > KEPT && oldest !== undefined) ready.delete(oldest);
    return rules;
  };
}
