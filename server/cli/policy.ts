import { type Command, Option } from "commander";
import { type Policy, PolicyChange } from "#lib/contract.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";
import { savePolicy } from "#server/workspace/save-policy.ts";
import { answer, answerJson, hint } from "./output.ts";
import { parseOptions } from "./parse.ts";
import { withWorkspace } from "./workspace.ts";

interface Options {
  retentionDays?: string;
  figuresPerPerson?: string;
  json: boolean;
}

export const policyCommand = (program: Command): Command =>
  program
    .command("policy")
    .description("for how long customers are known, and whether managers see figures per person")
    .option("--retention-days <days>", "forget who was silent for so many days (30 to 3650), or `off`")
    .addOption(
      new Option("--figures-per-person <answer>", "managers see figures of each person").choices([
        "yes",
        "no",
      ]),
    )
    .option("--json", "answer with JSON, as the server does", false)
    .action(async (options: Options) => {
      const change = changeOf(options);
      const policy = await withWorkspace(async (ctx) =>
        change ? savePolicy({ ctx, input: change }) : (await readWorkspace(ctx)).policy,
      );
      if (change?.retentionDays) hint("A running server applies it each night, the next time at 03:10 UTC.");
      if (options.json) answerJson(policy);
      else answer(words(policy));
    });

/** What was asked to change; null where the policy is only read. */
function changeOf({ retentionDays, figuresPerPerson }: Options): PolicyChange | null {
  if (retentionDays === undefined && figuresPerPerson === undefined) return null;
  return parseOptions(PolicyChange, {
    ...(retentionDays !== undefined && {
      retentionDays: retentionDays === "off" ? null : Number(retentionDays),
    }),
    ...(figuresPerPerson !== undefined && { figuresPerPerson: figuresPerPerson === "yes" }),
  });
}

const words = ({ retentionDays, figuresPerPerson }: Policy): string =>
  [
    retentionDays === null
      ? "Customers are known for ever."
      : `Customers are forgotten after ${retentionDays} days of silence; figures stay.`,
    figuresPerPerson === null
      ? "Nobody has answered yet whether managers see figures per person; they do not."
      : `Managers ${figuresPerPerson ? "see" : "do not see"} figures per person.`,
  ].join("\n");
