import { randomUUID } from "node:crypto";
import type { Role } from "#lib/contract.ts";
import { hashToken, mintToken, TOKEN_LIFE_MS } from "#server/members/token.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import type { TestServer } from "#test/support/server.ts";

/** A member with a token, written into the database: pairing by HTTP is for a few an address and minute. */
export async function directMember(
  { db, url }: Pick<TestServer, "db" | "url">,
  { workspace, role, name, now }: { workspace: string; role: Role; name: string; now: number },
): Promise<TestMember> {
  const [id, device, token] = [randomUUID(), randomUUID(), mintToken(workspace)];
  await db
    .insertInto("members")
    .values({ workspace_id: workspace, member_id: id, name, role, created_at: now, removed_at: null })
    .execute();
  await db
    .insertInto("tokens")
    .values({
      workspace_id: workspace,
      token_hash: hashToken(token),
      device_id: device,
      device_name: `${name}'s`,
      member_id: id,
      created_at: now,
      expires_at: now + TOKEN_LIFE_MS,
      revoked_at: null,
    })
    .execute();
  return memberAt(url, { id, device, token });
}
