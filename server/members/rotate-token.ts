import type { TokenRotated } from "#lib/contract.ts";
import type { MemberContext } from "#server/context.ts";
import { Unauthorized } from "#server/errors.ts";
import { lockTokens } from "./revoke-tokens.ts";
import { hashToken, mintToken, TOKEN_LIFE_MS } from "./token.ts";

/** For how long the token before goes on, in case the answer is lost on its way. */
const GRACE_MS = 24 * 3_600_000;

/** Gives the device that asks a new token in the place of the one that it came with. */
export async function rotateToken({
  ctx,
  token,
}: {
  ctx: MemberContext;
  token: string;
}): Promise<TokenRotated> {
  const { workspace, device, member, now } = ctx;
  const fresh = mintToken(workspace);
  const expiresAt = now + TOKEN_LIFE_MS;
  await ctx.db.transaction().execute(async (work) => {
    await lockTokens({ db: work, workspace });
    const old = await work
      .updateTable("tokens")
      .set(({ fn, val, ref }) => ({
        expires_at: fn<number>("least", [ref("expires_at"), val(now + GRACE_MS)]),
      }))
      .where("workspace_id", "=", workspace)
      .where("token_hash", "=", hashToken(token))
      .where("revoked_at", "is", null)
      .returning("device_name")
      .executeTakeFirst();
    if (!old) throw new Unauthorized("token_revoked");
    await work
      .insertInto("tokens")
      .values({
        workspace_id: workspace,
        token_hash: hashToken(fresh),
        device_id: device,
        device_name: old.device_name,
        member_id: member,
        created_at: now,
        expires_at: expiresAt,
        revoked_at: null,
      })
      .execute();
  });
  return { token: fresh, expiresAt };
}
