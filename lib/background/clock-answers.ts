import { z } from "zod";
import { Instant } from "#lib/domain/event-data.ts";
import { ThreadShape } from "#lib/domain/event.ts";
import { inForce } from "#lib/domain/history.ts";
import { dueAtLatest, explainDue } from "#lib/domain/response-due.ts";
import { METRICS } from "#lib/domain/response-target.ts";
import { CHANNELS } from "#lib/domain/thread.ts";
import { settingsFor } from "#lib/store/rules.ts";
import type { Background } from "./background.ts";
import { createClockRules } from "./clock-rules.ts";
import { inbox, on } from "./on.ts";

const Asked = z.strictObject({
  metric: z.enum([...METRICS, "reply"]),
  channel: z.enum(CHANNELS).nullable(),
  startedAt: Instant,
  from: Instant,
  pauses: z.array(z.strictObject({ from: Instant, to: Instant.nullable() })).max(1_000),
});
const asset = ThreadShape.shape.asset.nullable();
const DuesQuery = z.strictObject({ asset, asked: z.array(Asked).max(5_000) });
const WhyQuery = z.strictObject({ asset, asked: Asked });

/** When things are due: business hours need a calendar, which a page does not carry. The page only counts. */
export function answerClocks({ store }: Background): void {
  const rulesOf = createClockRules(store.timeZone);

  on("dues", inbox, DuesQuery, async ({ asset, asked }) => {
    const rules = rulesOf(await settingsFor(store, asset));
    return asked.map((one) => dueAtLatest(one, rules));
  });

  on("whyDue", inbox, WhyQuery, async ({ asset, asked }) => {
    const settings = await settingsFor(store, asset);
    const rules = rulesOf(settings);
    const hours = settings.hours && inForce(settings.hours, asked.startedAt);
    return {
      due: dueAtLatest(asked, rules),
      explanation: explainDue(asked, rules),
      timeZone: hours?.timeZone ?? settings.timeZone ?? store.timeZone,
      isDefault: { hours: settings.hours === null, targets: settings.targets === null },
    };
  });
}
