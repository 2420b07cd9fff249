import { sql } from "kysely";
import type { Policy } from "#lib/contract.ts";
import { DEFAULT_SETTINGS, type Settings } from "#lib/domain/settings.ts";
import type { Context } from "#server/context.ts";
import { kept } from "#server/kept-statements.ts";
import { settingsOf } from "./read-settings.ts";

/** What decides how a workspace counts. */
export interface InForce {
  settings: Settings;
  /** Of the settings, else the workspace's own. */
  timeZone: string;
  policy: Policy;
}

interface Row {
  zone: string;
  days: number | null;
  per_person: boolean | null;
  version: number | null;
  text: string | null;
}

/** The settings in force and what the workspace says beside them, by one question. */
export async function readInForce({ db, workspace }: Pick<Context, "db" | "workspace">): Promise<InForce> {
  const { rows } = await sql<Row>`${kept(db)}
    select time_zone as zone, retention_days as days, figures_per_person as per_person, version, text
    from workspaces left join lateral (
      select version, data::text as text from settings
      where settings.workspace_id = workspaces.workspace_id order by version desc limit 1) as newest on true
    where workspace_id = ${workspace}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("There is no such workspace.");
  const { zone, days, per_person, version, text } = row;
  const settings = version === null || text === null ? DEFAULT_SETTINGS : settingsOf({ version, text });
  const policy = { retentionDays: days, figuresPerPerson: per_person };
  return { settings, timeZone: settings.timeZone ?? zone, policy };
}
