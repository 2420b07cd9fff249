import type { Command } from "commander";
import type { AnchorPack } from "#lib/domain/anchor-pack.ts";
import { AnchorPackShape } from "#lib/domain/rule-settings.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { setAnchors } from "#server/workspace/set-anchors.ts";
import { answerJson, hint } from "./output.ts";
import { readBytes } from "./read-bytes.ts";
import { withWorkspace } from "./workspace.ts";

export function anchorsCommand(program: Command): void {
  const anchors = program.command("anchors").description("where Rung looks for the parts of Meta's page");
  anchors
    .command("set <file>")
    .description(
      "give every device this pack; one that finds less of the page than its own goes on with its own",
    )
    .action(async (file: string) => {
      const input = readPack(file, await readBytes(file));
      await withWorkspace((ctx) => setAnchors({ ctx, input }));
      hint("Set: every device with an open inbox has it within two seconds.");
    });
  anchors
    .command("reset")
    .description("go back to the pack of each device's build")
    .action(async () => {
      await withWorkspace((ctx) => setAnchors({ ctx, input: null }));
      hint("Reset: every device goes by the pack of its build.");
    });
  anchors
    .command("show", { isDefault: true })
    .description("the team's pack as JSON; null is the one in the build")
    .action(async () => answerJson((await withWorkspace(readSettings)).anchors));
}

/** Throws an error with a sentence. */
function readPack(file: string, bytes: Uint8Array): AnchorPack {
  const parsed = AnchorPackShape.safeParse(jsonOf(file, bytes));
  if (parsed.success && parsed.data !== null) return parsed.data;
  throw new Error(`${file} ${parsed.error?.issues[0]?.message ?? "holds no pack"}.`);
}

function jsonOf(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new Error(`${file} is no JSON.`, { cause });
  }
}
