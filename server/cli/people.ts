import type { Command } from "commander";
import { z } from "zod";
import { ROLES, RoleChange } from "#lib/contract.ts";
import { changeRole } from "#server/members/change-role.ts";
import { listMembers } from "#server/members/list-members.ts";
import { removeMember } from "#server/members/remove-member.ts";
import { revokeDevice } from "#server/members/revoke-device.ts";
import { answer, answerJson, hint } from "./output.ts";
import { parseOptions } from "./parse.ts";
import { withWorkspace } from "./workspace.ts";

const Id = z.object({ id: z.uuid("must be an id as `rung people` prints it").lowercase() });

export function peopleCommand(program: Command): void {
  const people = program.command("people").description("who is in the workspace, and on which devices");
  people
    .command("list", { isDefault: true })
    .description("everybody, with their devices")
    .option("--json", "answer with JSON, as the server does", false)
    .action(list);
  people
    .command("role <id> <role>")
    .description(`give a person another role: ${ROLES.join(", ")}`)
    .action(async (typed: string, role: string) => {
      const input = parseOptions(Id.extend(RoleChange.shape), { id: typed, role });
      await withWorkspace((ctx) => changeRole({ ctx, input: { member: input.id, role: input.role } }));
      hint("Changed: their next request is judged by it.");
    });
  people
    .command("remove <id>")
    .description("end a person's access on every device; what they recorded stays")
    .action(async (typed: string) => {
      const { id } = parseOptions(Id, { id: typed });
      await withWorkspace((ctx) => removeMember({ ctx, input: { member: id } }));
      hint("Removed: the next request of each of their devices is refused.");
    });
  people
    .command("revoke <device>")
    .description("end one device's access")
    .action(async (typed: string) => {
      const { id } = parseOptions(Id, { id: typed });
      await withWorkspace((ctx) => revokeDevice({ ctx, input: { device: id } }));
      hint("Revoked: the device's next request is refused.");
    });
}

async function list({ json }: { json: boolean }): Promise<void> {
  const members = await withWorkspace((ctx) => listMembers({ ctx }));
  if (json) return answerJson(members);
  for (const { id, name, role, removedAt, devices } of members) {
    answer(`${id}  ${name} (${removedAt === null ? role : "removed"})`);
    for (const device of devices) answer(`  ${device.id}  ${device.name}`);
  }
}
