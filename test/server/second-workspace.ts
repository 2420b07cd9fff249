import { randomUUID } from "node:crypto";
import type { Role } from "#lib/contract.ts";
import { answerPage } from "#server/workspace/answer-page.ts";
import { pairMember, type TestMember } from "#test/support/member.ts";
import type { TestServer } from "#test/support/server.ts";

/** Another workspace in the same database, with one member. */
export async function secondWorkspace(
  { db, url }: TestServer,
  { role, asset, now }: { role: Role; asset: string; now: number },
): Promise<{ workspace: string; member: TestMember }> {
  const workspace = randomUUID();
  await db
    .insertInto("workspaces")
    .values({ workspace_id: workspace, name: "Other", time_zone: "UTC", created_at: now + 1 })
    .execute();
  const ctx = { db, workspace, member: null, role: "admin" as const, now };
  await answerPage({ ctx, input: { asset, name: "Other shop", counted: true } });
  return { workspace, member: await pairMember({ url, ctx, role, name: "Eve" }) };
}
