import type { Database } from "#server/database.ts";
import { NotFound } from "#server/errors.ts";
import { readLink } from "./link.ts";

const GONE = "This download has expired, or never was: ask for a new export.";

/** The parts of the export that a link opens, one after the other. Throws NotFound once it has expired. */
export async function readDownload({
  db,
  link,
  now,
}: {
  db: Database;
  link: string;
  now: number;
}): Promise<AsyncGenerator<Uint8Array>> {
  const named = readLink(link);
  if (named === null) throw new NotFound(GONE, "download_gone");
  const { workspace, id, key } = named;
  const held = await db
    .selectFrom("exports")
    .select("export_id")
    .where("workspace_id", "=", workspace)
    .where("export_id", "=", id)
    .where("link_key", "=", key)
    .where("state", "=", "ready")
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (!held) throw new NotFound(GONE, "download_gone");
  return partsOf(db, workspace, id);
}

async function* partsOf(db: Database, workspace: string, id: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const row = await db
      .selectFrom("export_parts")
      .select("content")
      .where("workspace_id", "=", workspace)
      .where("export_id", "=", id)
      .where("part", "=", part)
      .executeTakeFirst();
    if (!row) return;
    yield row.content;
  }
}
