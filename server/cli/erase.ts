import type { Command } from "commander";
import { ErasureRequest } from "#lib/contract.ts";
import { erasePerson } from "#server/privacy/erase-person.ts";
import { answerJson, hint } from "./output.ts";
import { parseOptions } from "./parse.ts";
import { withWorkspace } from "./workspace.ts";

export const eraseCommand = (program: Command): Command =>
  program
    .command("erase <person>")
    .description("forget a person by the id of their conversation (selected_item_id); figures stay")
    .action(async (person: string) => {
      const input = parseOptions(ErasureRequest, { person });
      const erased = await withWorkspace((ctx) => erasePerson({ ctx, input }));
      hint("Forgotten here. Each device forgets when it next comes; keep this id out of older backups.");
      answerJson(erased);
    });
