import type { Command } from "commander";
import { writeBackup } from "#server/backup/write-backup.ts";
import { hint } from "./output.ts";
import { withWorkspace } from "./workspace.ts";

export const backupCommand = (program: Command): Command =>
  program
    .command("backup <file>")
    .description("write the whole database to a file, as it is at this instant; servers go on meanwhile")
    .action(async (file: string) => {
      const rows = await withWorkspace((ctx) => writeBackup({ ctx, input: { file } }));
      hint(`${rows} rows written to ${file}. It holds ids of customers: keep it as you keep the database.`);
    });
