import { compileHours } from "./calendar.ts";
import { mapHistory } from "./history.ts";
import { defaultHours } from "./response-settings.ts";
import { DEFAULT_TARGETS } from "./response-target.ts";
import type { ResponseRules } from "./response-due.ts";
import type { Settings } from "./settings.ts";

/**
 * The hours and targets of a workspace, ready to be asked; the defaults where nobody has said any.
 * @param timeZone the zone of the default hours
 */
export const responseRulesOf = (
  { hours, targets }: Pick<Settings, "hours" | "targets">,
  timeZone: string,
): ResponseRules => ({
  hours: mapHistory(hours ?? [{ from: 0, value: defaultHours(timeZone) }], compileHours),
  targets: targets ?? [{ from: 0, value: DEFAULT_TARGETS }],
});
