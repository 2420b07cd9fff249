import type { Command } from "commander";
import { restoreBackup } from "#server/backup/restore-backup.ts";
import { hint } from "./output.ts";
import { withWorkspace } from "./workspace.ts";

export const restoreCommand = (program: Command): Command =>
  program
    .command("restore <file>")
    .description("put a backup in the place of an empty database; whoever was erased since is erased again")
    .option("--replace", "also where the database holds something: that is lost", false)
    .action(async (file: string, { replace }: { replace: boolean }) => {
      const { rows, erasedAgain } = await withWorkspace((ctx) =>
        restoreBackup({ ctx, input: { file, replace } }),
      );
      hint(`${rows} rows restored; ${erasedAgain} erasures applied again. Devices read everything anew.`);
    });
