import type { Member } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { demand } from "./roles.ts";

/** Everybody who is or was in the workspace, each with the devices that may still come. */
export async function listMembers({ ctx }: { ctx: Context }): Promise<Member[]> {
  demand(ctx, "people");
  const members = await ctx.db
    .selectFrom("members")
    .select(["member_id as id", "name", "role", "created_at as joinedAt", "removed_at as removedAt"])
    .where("workspace_id", "=", ctx.workspace)
    .orderBy("created_at")
    .orderBy("member_id")
    .execute();
  const tokens = await ctx.db
    .selectFrom("tokens")
    .select(["member_id", "device_id", "device_name as name", "created_at", "expires_at as expiresAt"])
    .where("workspace_id", "=", ctx.workspace)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", ctx.now)
    .orderBy("expires_at", "desc")
    .execute();
  return members.map((member) => {
    const own = tokens.filter(({ member_id }) => member_id === member.id);
    // A device that has just changed its token holds two for a while: the newer one speaks.
    const devices = new Map(own.toReversed().map((token) => [token.device_id, token]));
    return {
      ...member,
      devices: [...devices].map(([id, { name, created_at, expiresAt }]) => ({
        id,
        name,
        since: created_at,
        expiresAt,
      })),
    };
  });
}
