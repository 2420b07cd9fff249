import type { Command } from "commander";
import { PersonRequest } from "#lib/contract.ts";
import { exportPerson } from "#server/exports/export-person.ts";
import { answerJson, hint } from "./output.ts";
import { parseOptions } from "./parse.ts";
import { withWorkspace } from "./workspace.ts";

export const exportPersonCommand = (program: Command): Command =>
  program
    .command("export-person <person>")
    .description("everything about a person by the id of their conversation (selected_item_id), as JSON")
    .action(async (person: string) => {
      const input = parseOptions(PersonRequest, { person });
      const exported = await withWorkspace((ctx) => exportPerson({ ctx, input }));
      if (exported.threads.length === 0) hint("Nothing is known of this person here.");
      answerJson(exported);
    });
