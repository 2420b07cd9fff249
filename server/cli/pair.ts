import { userInfo } from "node:os";
import { type Command, Option } from "commander";
import { z } from "zod";
import { PairingRequest, type Role, ROLES } from "#lib/contract.ts";
import { ThreadShape } from "#lib/domain/event.ts";
import { makePairing } from "#server/members/make-pairing.ts";
import { answerPage } from "#server/workspace/answer-page.ts";
import { listPages } from "#server/workspace/list-pages.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";
import { answer, answerJson, hint } from "./output.ts";
import { parseOptions } from "./parse.ts";
import { type CommandContext, withWorkspace } from "./workspace.ts";

const Assets = z.object({ page: z.array(ThreadShape.shape.asset) });

interface Options {
  name: string;
  role: Role;
  member?: string;
  page: string[];
  json: boolean;
}

export const pairCommand = (program: Command) =>
  program
    .command("pair")
    .description("make a code that pairs one extension; it lasts ten minutes and works once")
    .option("--name <name>", "who uses the extension", userInfo().username)
    .addOption(new Option("--role <role>", "what they may do").choices(ROLES).default("rep"))
    .option("--member <id>", "another device of a member who is there already")
    .option("--page <asset...>", "count these Pages (the asset_id in the inbox's address)", [])
    .option("--json", "answer with JSON", false)
    .action((options: Options) => withWorkspace((ctx) => pair(ctx, options)));

async function pair(ctx: CommandContext, { page, json, ...options }: Options): Promise<void> {
  const input = parseOptions(PairingRequest, options);
  const assets = parseOptions(Assets, { page }).page;
  for (const asset of assets) await answerPage({ ctx, input: { asset, name: null, counted: true } });
  const made = await makePairing({ ctx, input });
  const { id, name: workspace } = await readWorkspace(ctx);
  if (json) {
    const pages = await listPages(ctx);
    answerJson({ ...made, server: ctx.server, workspace: { id, name: workspace }, pages });
    return;
  }
  hint(`Pairs ${made.member.name} (${made.member.role}) with ${workspace}, within ten minutes, once.`);
  hint(
    `In the extension's options, type the server's address${ctx.server ? ` (${ctx.server})` : ""} and this code:`,
  );
  answer(made.code);
}
