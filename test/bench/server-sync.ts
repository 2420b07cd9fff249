import { Changes } from "#lib/contract.ts";
import { takeEvents } from "#server/events/take.ts";
import { type OwnProcess, startOwnProcess } from "#test/bench/own-process.ts";
import { type Row, shown } from "#test/bench/row.ts";
import { randomFrom, storyOf, threadOf } from "#test/bench/story-log.ts";
import { pairMember, type TestMember } from "#test/support/member.ts";

const CONVERSATIONS = 50_000;
const THREADS_AT_ONCE = 500;
const DAY = 86_400_000;

/** A new device reads the whole workspace, page by page, as the extension asks for it. */
export async function rows(): Promise<Row[]> {
  const server = await startOwnProcess();
  try {
    const member = await pairMember({ url: server.url, ctx: server.ctx, role: "manager", name: "Kim" });
    const events = await fill(server, member);
    const begin = performance.now();
    const read = await readAll(member);
    const seconds = (performance.now() - begin) / 1_000;
    if (read !== events) throw new Error(`${events} events were written, ${read} were read.`);
    const name = `first sync of ${CONVERSATIONS.toLocaleString("en")} conversations`;
    return [shown(name, "s", seconds), shown(`${name}: events`, "events/s", read / seconds)];
  } finally {
    await server.stop();
  }
}

/** Writes by the server's own way in, beside HTTP. */
async function fill({ ctx }: OwnProcess, { id, device }: TestMember): Promise<number> {
  const now = Date.now();
  const random = randomFrom(1);
  let count = 0;
  for (let from = 0; from < CONVERSATIONS; from += THREADS_AT_ONCE) {
    const events = Array.from({ length: THREADS_AT_ONCE }, (_, n) =>
      storyOf(threadOf(from + n), now - 40 * DAY - n * 1_000, { random, device, now }).slice(0, 4),
    ).flat();
    const entries = events.map((event) => ({ id: event.id, event }));
    await ctx.db
      .transaction()
      .execute((db) => takeEvents({ ...ctx, db, member: id, device, role: "manager", now }, entries));
    count += events.length;
  }
  return count;
}

async function readAll(member: TestMember): Promise<number> {
  let [count, after, more] = [0, "", true];
  while (more) {
    const query = after === "" ? "" : `?after=${encodeURIComponent(after)}`;
    const page = Changes.parse(await (await member.request(`/v1/changes${query}`)).json());
    count += page.changes.length;
    ({ cursor: after, more } = page);
  }
  return count;
}
