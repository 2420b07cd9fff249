import type { Command } from "commander";
import type { SalesAnswer } from "#lib/contract.ts";
import { summariseSales } from "#lib/sales/sales-answer.ts";
import { COMMAND_LINE } from "#server/context.ts";
import { checkSales } from "#server/sales/check-sales.ts";
import { importSales } from "#server/sales/import-sales.ts";
import { readFile } from "#server/sales/read-file.ts";
import { answerJson, hint } from "./output.ts";
import { readBytes } from "./read-bytes.ts";
import { NotRunning, withWorkspace } from "./workspace.ts";

export function salesCommand(program: Command): void {
  const sales = program.command("sales").description("what was bought outside the chat");
  sales
    .command("check <file>")
    .description(
      "say what an import of a list would do, as JSON; stores nothing. Without a server: what it says",
    )
    .action(check);
  sales
    .command("import <file>")
    .description("record the sales of a list (ref or thread, date, amount, currency); again changes nothing")
    .action(bring);
}

async function check(file: string): Promise<void> {
  const csv = await readBytes(file);
  const rows = readFile(csv, Date.now());
  try {
    const answer = await withWorkspace((ctx) => checkSales({ ctx, input: csv }));
    hintUnmatched(answer);
    answerJson(answer);
  } catch (error) {
    if (!(error instanceof NotRunning)) throw error;
    hint("No server runs here: the list was read, and compared with no conversation.");
    answerJson({ summary: summariseSales(rows) });
  }
}

async function bring(file: string): Promise<void> {
  const csv = await readBytes(file);
  const answer = await withWorkspace((ctx) =>
    importSales({ ctx: { ...ctx, member: COMMAND_LINE, device: COMMAND_LINE }, input: csv }),
  );
  hintUnmatched(answer);
  if (answer.recorded + answer.corrected === 0) hint("Nothing changed.");
  answerJson(answer);
}

/** Rows whose conversation is not certain, one a line. */
function hintUnmatched({ unmatched }: SalesAnswer): void {
  for (const { row, reason } of unmatched) hint(`Row ${row} is not matched: ${reason}`);
}
