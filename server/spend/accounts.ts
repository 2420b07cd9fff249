import { randomUUID } from "node:crypto";
import type { SpendAccount, SpendImportParams } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { Conflict, InvalidRequest } from "#server/errors.ts";
import { demand } from "#server/members/roles.ts";

const COLUMNS = ["account_id as id", "name", "time_zone as timeZone", "currency"] as const;

/** The ad accounts that spend was imported for. */
export async function listAccounts({ ctx }: { ctx: Context }): Promise<SpendAccount[]> {
  demand(ctx, "spend");
  return ctx.db
    .selectFrom("spend_accounts")
    .select(COLUMNS)
    .where("workspace_id", "=", ctx.workspace)
    .orderBy("name")
    .execute();
}

/** The account of that name, locked until the transaction ends; named for the first time it is made. */
export async function lockAccount(
  ctx: Context,
  { account, timeZone }: SpendImportParams,
): Promise<SpendAccount> {
  if (timeZone !== undefined) await addAccount(ctx, account, timeZone);
  const known = await ctx.db
    .selectFrom("spend_accounts")
    .select(COLUMNS)
    .where("workspace_id", "=", ctx.workspace)
    .where("name", "=", account)
    .forUpdate()
    .executeTakeFirst();
  if (!known)
    throw new InvalidRequest({
      timeZone: `is needed once for a new ad account: “${account}” is not known yet`,
    });
  if (timeZone !== undefined && known.timeZone !== timeZone)
    throw new Conflict(
      "account_time_zone",
      `The ad account “${account}” is kept in ${known.timeZone}: its days cannot be read in ${timeZone}.`,
    );
  return known;
}

const addAccount = (ctx: Context, name: string, timeZone: string) =>
  ctx.db
    .insertInto("spend_accounts")
    .values({
      workspace_id: ctx.workspace,
      account_id: randomUUID(),
      name,
      time_zone: timeZone,
      currency: null,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(["workspace_id", "name"]).doNothing())
    .execute();
