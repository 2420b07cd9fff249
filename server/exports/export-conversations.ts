import { sql } from "kysely";
import type { Conversation } from "#lib/domain/conversation.ts";
import type { Channel } from "#lib/domain/thread.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { printRow } from "./cell.ts";
import { cellsOf, HEADINGS } from "./conversation-row.ts";

const ROWS_AT_ONCE = 500;

interface Row {
  channel: Channel;
  asset: string;
  thread_id: string;
  number: number;
  state: Conversation;
}

/** Every conversation of the counted Pages as CSV, one a row, a part at a time: of any number little is held here. */
export async function exportConversations({ ctx }: { ctx: Context }): Promise<AsyncGenerator<string>> {
  demand(ctx, "data");
  await note(ctx, "conversations_exported", {});
  return textsOf(conversationParts(ctx));
}

async function* textsOf(parts: AsyncGenerator<ExportPart>): AsyncGenerator<string> {
  for await (const { text } of parts) yield text;
}

interface ExportPart {
  text: string;
  /** How many conversations it holds. */
  rows: number;
}

/** The file in its parts; the first holds the headings alone. */
export async function* conversationParts(ctx: Context): AsyncGenerator<ExportPart> {
  const { rule } = await readSettings(ctx);
  yield { text: `\ufeff${printRow(HEADINGS)}`, rows: 0 };
  let last: Row | undefined;
  do {
    const rows: Row[] = await nextRows(ctx, last);
    const text = rows
      .map(({ channel, asset, thread_id, number, state }) => {
        const thread = { channel, asset, id: thread_id };
        return printRow(cellsOf({ thread, number, conversation: state }, rule));
      })
      .join("");
    yield { text, rows: rows.length };
    last = rows.length === ROWS_AT_ONCE ? rows.at(-1) : undefined;
  } while (last);
}

/** How many rows the whole file has, as things stand. */
export async function countConversations({ db, workspace }: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from conversations c join pages p on p.workspace_id = c.workspace_id and p.asset = c.asset and p.counted
    where c.workspace_id = ${workspace}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** In the order of their key: one that is added meanwhile moves no other. */
async function nextRows({ db, workspace }: Context, last: Row | undefined): Promise<Row[]> {
  const after = last
    ? sql`and (channel, c.asset, thread_id, number) > (${last.channel}, ${last.asset}, ${last.thread_id}, ${last.number})`
    : sql``;
  const { rows } = await sql<Row>`
    select channel, c.asset, thread_id, number, state
    from conversations c join pages p on p.workspace_id = c.workspace_id and p.asset = c.asset and p.counted
    where c.workspace_id = ${workspace} ${after}
    order by channel, c.asset, thread_id, number
    limit ${ROWS_AT_ONCE}`.execute(db);
  return rows;
}
