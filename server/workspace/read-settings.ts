import { DEFAULT_SETTINGS, Settings } from "#lib/domain/settings.ts";
import type { Context } from "#server/context.ts";

/** The settings in force; what an older version did not know yet has its default. */
export async function readSettings({ db, workspace }: Pick<Context, "db" | "workspace">): Promise<Settings> {
  const newest = await db
    .selectFrom("settings")
    .select(["version", "data"])
    .where("workspace_id", "=", workspace)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest
    ? Settings.parse({ ...DEFAULT_SETTINGS, ...newest.data, version: newest.version })
    : DEFAULT_SETTINGS;
}
