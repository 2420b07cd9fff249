import { Command } from "commander";
import { anchorsCommand } from "./cli/anchors.ts";
import { auditCommand } from "./cli/audit.ts";
import { backupCommand } from "./cli/backup.ts";
import { eraseCommand } from "./cli/erase.ts";
import { exportPersonCommand } from "./cli/export-person.ts";
import { exportCommand } from "./cli/export.ts";
import { peopleCommand } from "./cli/people.ts";
import { policyCommand } from "./cli/policy.ts";
import { restoreCommand } from "./cli/restore.ts";
import { pairCommand } from "./cli/pair.ts";
import { optionProblems } from "./cli/parse.ts";
import { salesCommand } from "./cli/sales.ts";
import { rollupsCommand } from "./cli/rollups.ts";
import { scorecardCommand } from "./cli/scorecard.ts";
import { spendCommand } from "./cli/spend.ts";
import { InvalidRequest, ServerError } from "./errors.ts";
import { explain, serve } from "./serve.ts";

const program = new Command("rung")
  .description("The server of Rung, from the command line")
  .showHelpAfterError()
  .helpCommand(false);

program
  .command("start")
  .description("run the server (as `npm start` does)")
  .action(() => serve(process.env));
pairCommand(program);
peopleCommand(program);
policyCommand(program);
auditCommand(program);
eraseCommand(program);
exportCommand(program);
exportPersonCommand(program);
backupCommand(program);
restoreCommand(program);
spendCommand(program);
salesCommand(program);
scorecardCommand(program);
rollupsCommand(program);
anchorsCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  const reasons = error instanceof ServerError ? Object.values(error.fields ?? {}) : [];
  const lines =
    error instanceof InvalidRequest
      ? [optionProblems(error.fields ?? {})]
      : [explain(error), ...(reasons.length > 1 ? reasons : [])];
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exitCode = 1;
}
