import { Command } from "commander";
import { pairCommand } from "./cli/pair.ts";
import { scorecardCommand } from "./cli/scorecard.ts";
import { spendCommand } from "./cli/spend.ts";
import { ServerError } from "./errors.ts";
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
spendCommand(program);
scorecardCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  const reasons = error instanceof ServerError ? Object.values(error.fields ?? {}) : [];
  process.stderr.write([explain(error), ...(reasons.length > 1 ? reasons : []), ""].join("\n"));
  process.exitCode = 1;
}
