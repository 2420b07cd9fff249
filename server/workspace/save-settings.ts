import { isDeepStrictEqual } from "node:util";
import { changesCounts } from "#lib/domain/counted-by.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { Conflict } from "#server/errors.ts";
import { lockLog } from "#server/events/lock-log.ts";
import { refoldPages } from "#server/events/refold-pages.ts";
import { toJson } from "#server/json.ts";
import { demand } from "#server/members/roles.ts";
import { rebuildRollups } from "#server/rollups/rebuild.ts";
import { readSettings } from "./read-settings.ts";

/** Saves settings that were made from the newest version; over a newer one it is refused, with that one beside. */
export function saveSettings({ ctx, input }: { ctx: Context; input: Settings }): Promise<Settings> {
  demand(ctx, "settings");
  return changeSettings(ctx, (current) => {
    if (current.version !== input.version)
      throw new Conflict(
        "settings_newer",
        "Somebody saved these settings meanwhile: look at both and choose.",
        { current, yours: input },
      );
    if (!isDeepStrictEqual(input.anchors, current.anchors)) demand(ctx, "anchors");
    return input;
  });
}

/**
 * Writes what `change` makes of the settings as their next version; older versions stay. Conversations are folded and
 * counted by rules that the settings name: what those change is folded and counted anew before anybody reads.
 */
export function changeSettings(ctx: Context, change: (current: Settings) => Settings): Promise<Settings> {
  return ctx.db.transaction().execute(async (work) => {
    const inside = { ...ctx, db: work };
    await lockLog(inside, "alone");
    const current = await readSettings(inside);
    const next = { ...change(current), version: current.version + 1 };
    await work
      .insertInto("settings")
      .values({
        workspace_id: ctx.workspace,
        version: next.version,
        data: toJson(next),
        saved_by: ctx.member,
        saved_at: ctx.now,
      })
      .execute();
    await note(inside, "settings_saved", { version: next.version });
    if (changesCounts(current, next)) await rebuildRollups(inside);
    else await refoldPages(inside, changedPages(current, next));
    return next;
  });
}

/** Pages on which an outgoing message of an unknown author now means something else. */
const changedPages = (before: Settings, after: Settings): string[] =>
  [...new Set([...before.manualPages, ...after.manualPages])].filter(
    (asset) => before.manualPages.includes(asset) !== after.manualPages.includes(asset),
  );
