import { sql } from "kysely";
import type { MemberContext } from "#server/context.ts";

/** What stands in a workspace, told in one cheap statement. */
export interface Pulse {
  feed: string;
  /** The newest version. */
  settings: number;
  /** A digest of the workspace and its policy, its Pages, its people and the version of its settings. */
  about: string;
}

export async function readPulse({ db, workspace }: MemberContext): Promise<Pulse> {
  const { rows } = await sql<Pulse>`
    select feed, settings, md5(concat_ws(chr(31), name, time_zone, settings,
      coalesce(retention_days::text, '-'), coalesce(figures_per_person::text, '-'),
      (select string_agg(concat_ws(chr(31), asset, name, counted), chr(30) order by asset)
        from pages where workspace_id = ${workspace}),
      (select string_agg(concat_ws(chr(31), member_id, name, role, removed_at), chr(30) order by member_id)
        from members where workspace_id = ${workspace}))) as about
    from workspaces, lateral (select coalesce(max(version), 0) as settings
      from settings where workspace_id = ${workspace}) as newest
    where workspace_id = ${workspace}`.execute(db);
  const [pulse] = rows;
  if (!pulse) throw new Error(`There is no workspace ${workspace}.`);
  return pulse;
}
