import { sql } from "kysely";
import { DEFAULT_SETTINGS, Settings } from "#lib/domain/settings.ts";
import type { Context } from "#server/context.ts";

/** The settings in force; what an older version did not know yet has its default. */
export async function readSettings({ db, workspace }: Pick<Context, "db" | "workspace">): Promise<Settings> {
  const newest = await db
    .selectFrom("settings")
    .select(["version", sql<string>`data::text`.as("text")])
    .where("workspace_id", "=", workspace)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest ? settingsOf(newest) : DEFAULT_SETTINGS;
}

/** They are read far more often than they change: the same text is checked once. */
const known = new Map<string, Settings>();
const KEPT = 100;

/** Settings as they are stored. What it gives is shared by all who ask, and frozen. */
export function settingsOf({ version, text }: { version: number; text: string }): Settings {
  const key = `${version} ${text}`;
  const settings = known.get(key) ?? frozen(read(version, text));
  known.delete(key);
  known.set(key, settings);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return settings;
}

const read = (version: number, text: string): Settings =>
  Settings.parse({ ...DEFAULT_SETTINGS, ...JSON.parse(text), version });

function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
