import type { Command } from "commander";
import { exportConversations } from "#server/exports/export-conversations.ts";
import { withWorkspace } from "./workspace.ts";

export const exportCommand = (program: Command): Command =>
  program
    .command("export")
    .description("every conversation as CSV, one a row, on standard output")
    .action(() =>
      withWorkspace(async (ctx) => {
        for await (const part of await exportConversations({ ctx })) process.stdout.write(part);
      }),
    );
