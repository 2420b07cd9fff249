import { randomUUID } from "node:crypto";
import type { SpendAccount, SpendImportParams } from "#lib/contract.ts";
import { isSameAccount } from "#lib/domain/spend.ts";
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
  { account: named, timeZone }: SpendImportParams,
): Promise<SpendAccount> {
  const account = await spellingOf(ctx, named);
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

/** The name as it was first spelled, where the account is known. */
async function spellingOf({ db, workspace }: Context, named: string): Promise<string> {
  const known = await db
    .selectFrom("spend_accounts")
    .select("name")
    .where("workspace_id", "=", workspace)
    .orderBy("created_at")
    .execute();
  return known.find(({ name }) => isSameAccount(name, named))?.name ?? named;
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
