import type { Command } from "commander";
import { SpendImportParams } from "#lib/contract.ts";
import { checkSpend } from "#server/spend/check-spend.ts";
import { importSpend } from "#server/spend/import-spend.ts";
import { answerJson, hint } from "./output.ts";
import { readBytes } from "./read-bytes.ts";
import { parseOptions } from "./parse.ts";
import { withWorkspace } from "./workspace.ts";

export function spendCommand(program: Command): void {
  const spend = program.command("spend").description("what the ads cost");
  spend
    .command("check <file>")
    .description("say what an export says, as JSON; stores nothing and needs no server")
    .action(async (file: string) =>
      answerJson(checkSpend({ ctx: { role: "admin" }, input: await readBytes(file) })),
    );
  spend
    .command("import <file>")
    .description("import an export into an ad account; it replaces the days that it covers")
    .requiredOption("--account <name>", "the ad account, as you call it")
    .option("--time-zone <zone>", "its time zone (IANA), needed the first time")
    .action(importFile);
}

async function importFile(file: string, options: { account: string; timeZone?: string }): Promise<void> {
  const params = parseOptions(SpendImportParams, options);
  const csv = await readBytes(file);
  const imported = await withWorkspace((ctx) => importSpend({ ctx, input: { ...params, csv } }));
  for (const { from, to, rows } of imported.replaced) hint(`Replaced ${rows} rows of ${from} to ${to}.`);
  if (imported.unchanged) hint("Nothing changed: all of it was there already.");
  answerJson(imported);
}
