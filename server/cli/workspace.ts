import type { Context } from "#server/context.ts";
import { openDatabase } from "#server/database.ts";
import { readEnvironment } from "#server/environment.ts";
import { migrate } from "#server/migrate.ts";
import { readPlace } from "#server/place.ts";
import { bringUpRollups } from "#server/rollups/bring-up.ts";
import { firstWorkspace } from "#server/workspace/first-workspace.ts";

/** A command that works on the workspace: beside the database, as an administrator without a name. */
export interface CommandContext extends Context {
  /** Address of the server that was started here; null where only the database is known. */
  server: string | null;
}

/** Opens the database of `DATABASE_URL`, or of the server that runs here, for one command. */
export async function withWorkspace<Result>(work: (ctx: CommandContext) => Promise<Result>): Promise<Result> {
  const environment = readEnvironment(process.env);
  const place = environment.DATABASE_URL === undefined ? await readPlace(environment) : null;
  const url = environment.DATABASE_URL ?? place?.databaseUrl;
  if (url === undefined) throw new NotRunning();
  const now = Date.now();
  const db = openDatabase(url, () => {
    // The statement under way fails with the same error.
  });
  try {
    await migrate(db);
    await bringUpRollups(db);
    const { id } = await firstWorkspace({
      db,
      name: environment.RUNG_WORKSPACE,
      timeZone: environment.RUNG_TIME_ZONE,
      now,
    });
    return await work({ db, workspace: id, member: null, role: "admin", now, server: place?.url ?? null });
  } catch (error) {
    const isAway = error instanceof Error && "code" in error && error.code === "ECONNREFUSED";
    throw isAway && place ? new NotRunning({ cause: error }) : error;
  } finally {
    await db.destroy();
  }
}

/** There is no workspace to work on: no server runs here, and no database is named. */
export class NotRunning extends Error {
  override readonly name = "NotRunning";

  constructor(options?: ErrorOptions) {
    super(
      "No server runs here: start one with `npm start`, or name its database with DATABASE_URL.",
      options,
    );
  }
}
