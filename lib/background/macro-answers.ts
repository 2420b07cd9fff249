import { z } from "zod";
import { ThreadShape } from "#lib/domain/event.ts";
import { inForce } from "#lib/domain/history.ts";
import { handoffEta } from "#lib/domain/macro-variable.ts";
import { calendarFor } from "#lib/domain/response-due.ts";
import { CHANNELS } from "#lib/domain/thread.ts";
import { macroUses } from "#lib/store/macro-uses.ts";
import { listPages, pairingOf } from "#lib/store/page.ts";
import { listPairings } from "#lib/store/pairing.ts";
import { settingsFor } from "#lib/store/rules.ts";
import type { Background } from "./background.ts";
import { createClockRules } from "./clock-rules.ts";
import { either, inbox, on } from "./on.ts";
import { nothing } from "./shapes.ts";

const ValuesQuery = z.strictObject({ asset: ThreadShape.shape.asset, channel: z.enum(CHANNELS) });

/** What a macro may name and the page does not say. */
export function answerMacros({ store }: Background, locale: string): void {
  const rulesOf = createClockRules(store.timeZone);

  on("macroUses", either, nothing, () => macroUses(store));

  on("macroValues", inbox, ValuesQuery, async ({ asset, channel }) => {
    const now = store.now();
    const settings = await settingsFor(store, asset);
    const rules = rulesOf(settings);
    const page = (await listPages(store)).find((one) => one.asset === asset);
    const target = inForce(rules.targets, now).handoff[channel];
    const hours = settings.hours && inForce(settings.hours, now);
    const eta =
      target.seconds === null
        ? null
        : handoffEta({
            calendar: calendarFor(target, now, rules),
            targetMs: target.seconds * 1000,
            now,
            timeZone: hours?.timeZone ?? settings.timeZone ?? store.timeZone,
            locale,
          });
    return {
      "page.name": page?.name ?? null,
      "rep.name": pairingOf(await listPairings(store), asset)?.member.name ?? null,
      "handoff.eta": eta,
    };
  });
}
