import type { MemberContext } from "#server/context.ts";
import { revokeTokens } from "./revoke-tokens.ts";

/** Revokes the tokens of the device that asks. */
export async function unpair({ ctx }: { ctx: MemberContext }): Promise<void> {
  await ctx.db.transaction().execute((work) => revokeTokens({ ...ctx, db: work }, { device: ctx.device }));
}
