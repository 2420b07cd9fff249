import { randomUUID } from "node:crypto";
import type { PairingMade, PairingRequest } from "#lib/contract.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { NotFound } from "#server/errors.ts";
import { hashCode, mintCode, PAIRING_LIFE_MS, printCode } from "./pairing-code.ts";
import { demand } from "./roles.ts";

/** Makes a code that pairs one device: with a new member, or with one who is there already. */
export async function makePairing({
  ctx,
  input,
}: {
  ctx: Context;
  input: PairingRequest;
}): Promise<PairingMade> {
  demand(ctx, "people");
  const member = input.member === undefined ? input : await findMember(ctx, input.member);
  const code = mintCode();
  const expiresAt = ctx.now + PAIRING_LIFE_MS;
  const pairing = randomUUID();
  await ctx.db.transaction().execute(async (work) => {
    await work
      .insertInto("pairings")
      .values({
        workspace_id: ctx.workspace,
        pairing_id: pairing,
        selector: code.selector,
        code_hash: hashCode(code),
        member_id: input.member ?? null,
        member_name: member.name,
        role: member.role,
        expires_at: expiresAt,
        used_at: null,
      })
      .execute();
    const isNew = input.member === undefined;
    await note({ ...ctx, db: work }, "pairing_made", { pairing, role: member.role, isNew });
  });
  return { code: printCode(code), expiresAt, member: { name: member.name, role: member.role } };
}

async function findMember({ db, workspace }: Context, id: string) {
  const member = await db
    .selectFrom("members")
    .select(["name", "role"])
    .where("workspace_id", "=", workspace)
    .where("member_id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!member) throw new NotFound("There is no such member in this workspace.", "member_unknown");
  return member;
}
