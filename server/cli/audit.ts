import type { Command } from "commander";
import { readAudit } from "#server/audit/read-audit.ts";
import { answer, answerJson } from "./output.ts";
import { withWorkspace } from "./workspace.ts";

export const auditCommand = (program: Command): Command =>
  program
    .command("audit")
    .description("what administrators and managers did, newest first (the last 100)")
    .option("--json", "answer with JSON, as the server does", false)
    .action(async ({ json }: { json: boolean }) => {
      const page = await withWorkspace((ctx) => readAudit({ ctx, input: {} }));
      if (json) return answerJson(page);
      for (const { at, member, action, subject } of page.entries)
        answer(
          `${new Date(at).toISOString()}  ${action}  ${JSON.stringify(subject)}  by ${member ?? "the command line"}`,
        );
    });
