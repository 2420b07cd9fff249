import type { Command } from "commander";
import { rebuildRollups } from "#server/rollups/rebuild.ts";
import { verifyRollups } from "#server/rollups/verify.ts";
import { answerJson, hint } from "./output.ts";
import { withWorkspace } from "./workspace.ts";

/** `rung rollups verify` and `rung rollups rebuild`. */
export function rollupsCommand(program: Command): void {
  const rollups = program.command("rollups").description("the sums that reports are read from");
  rollups
    .command("verify")
    .description("fold the whole log anew and print what differs; exit code 1 on any difference")
    .action(async () => {
      const differences = await withWorkspace(({ db, workspace }) => verifyRollups(db, workspace));
      answerJson(differences);
      if (differences.length === 0) return hint("The rollups are what the log says.");
      hint(
        `${differences.length} rows differ from the log: count them anew with \`npm run -s rung -- rollups rebuild\`.`,
      );
      process.exitCode = 1;
    });
  rollups
    .command("rebuild")
    .description("count them anew from the whole log; new events wait meanwhile")
    .action(async () => {
      const threads = await withWorkspace(({ db, workspace }) =>
        db
          .transaction()
          .execute((work) =>
            rebuildRollups({ db: work, workspace }, (done, of) => hint(`${done} of ${of} threads`)),
          ),
      );
      answerJson({ threads });
    });
}
