import type { Page } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";

/** Every Page that somebody answered for, counted or not. */
export const listPages = ({ db, workspace }: Pick<Context, "db" | "workspace">): Promise<Page[]> =>
  db
    .selectFrom("pages")
    .select(["asset", "name", "counted"])
    .where("workspace_id", "=", workspace)
    .orderBy("asset")
    .execute();
