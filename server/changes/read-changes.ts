import type { Changes } from "#lib/contract.ts";
import type { MemberContext } from "#server/context.ts";
import { readMe } from "#server/members/read-me.ts";
import { demand, may } from "#server/members/roles.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { settingsFor } from "#server/workspace/settings-for.ts";
import { beginning, printCursor, readCursor } from "./cursor.ts";
import { readPulse } from "./pulse.ts";
import { readErasures } from "./read-erasures.ts";
import { countEvents, readEvents } from "./read-events.ts";

/** What is new in a workspace after a cursor: a page of events, and settings and people where they changed. */
export async function readChanges({
  ctx,
  input,
}: {
  ctx: MemberContext;
  input: { after?: string | undefined };
}): Promise<Changes> {
  demand(ctx, "tag");
  const pulse = await readPulse(ctx);
  const told = input.after === undefined ? null : readCursor(input.after);
  const start = beginning(pulse.feed, may(ctx.role, "seeMoney"));
  const isKnown = told !== null && told.feed === start.feed && told.money === start.money;
  const from = isKnown ? told : start;
  const settings =
    isKnown && from.settings === pulse.settings ? null : settingsFor(ctx.role, await readSettings(ctx));
  const me = from.about === pulse.about ? null : await readMe({ ctx });
  const { erased, xid: erasedTo } = await readErasures(ctx, from.erased);
  const { changes, xid, event, more } = await readEvents(ctx, from);
  const version = settings?.version ?? from.settings;
  return {
    changes,
    settings,
    me,
    erased,
    cursor: printCursor({ ...from, xid, event, erased: erasedTo, settings: version, about: pulse.about }),
    more,
    total: isKnown ? null : await countEvents(ctx),
    restarted: told !== null && !isKnown,
  };
}
