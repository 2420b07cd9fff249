import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printCell } from "#server/exports/cell.ts";
import { DAY, event, HOUR, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { runCli } from "./run-cli.ts";

let server: TestServer;
let admin: TestMember;

beforeAll(async () => {
  server = await startServer({ now: () => MONDAY + 40 * DAY });
  await server.countPage(THREAD.asset);
  admin = await server.addMember("admin");
});
afterAll(() => server.stop());

const told = (id: string) => ({ thread: { ...THREAD, id } });
const PATH = "/v1/exports/conversations.csv";
const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true });

describe("the export of conversations", () => {
  it("has one row a conversation with what became of it, and no cell that is a formula", async () => {
    const sold = { amountMinor: 8_500, currency: "USD", how: "in_chat" as const, ref: '=cmd|" /C calc"!A0' };
    const sale = event("sale_recorded", MONDAY + 2 * HOUR, sold, told("1"));
    await admin.push([
      event("message_seen", MONDAY, { key: "mid.1", sender: "customer" }, told("1")),
      event("message_seen", MONDAY + HOUR, { key: "mid.2", sender: "person" }, told("1")),
      event("outcome_tagged", MONDAY + HOUR, { outcome: "converted" }, told("1")),
      sale,
      event(
        "sale_refunded",
        MONDAY + 3 * HOUR,
        { target: sale.id, amountMinor: 500, currency: "USD" },
        told("1"),
      ),
      event(
        "source_attributed",
        MONDAY,
        { source: { kind: "campaign", campaign: '@SUM(A1), "x"' }, method: "chosen" },
        told("1"),
      ),
      event("outcome_tagged", MONDAY, { outcome: "unqualified", reason: "-1+1" }, told("2")),
    ]);
    const answer = await admin.request(PATH);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const [first, second, ...others] = read(await answer.text());
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      channel: "FB_MESSAGE",
      page: THREAD.asset,
      thread: "1",
      number: "1",
      started: new Date(MONDAY).toISOString(),
      first_reply: new Date(MONDAY + HOUR).toISOString(),
      outcome: "converted",
      sales: "1",
      revenue_minor: "8000",
      currency: "USD",
      sale_refs: `'${sold.ref}`,
      source: "campaign",
      source_name: '\'@SUM(A1), "x"',
    });
    expect(second).toMatchObject({ thread: "2", outcome: "unqualified", reason: "'-1+1", sales: "0" });
    const audit = await (await admin.request("/v1/audit")).json();
    expect(audit.entries[0]).toMatchObject({ action: "conversations_exported", member: admin.id });
  });

  it("brings all of more conversations than one part holds, each once; the command line brings the same", async () => {
    const events = Array.from({ length: 1_203 }, (_, n) =>
      event("outcome_tagged", MONDAY + n, { outcome: "qualified" }, told(`many-${n}`)),
    );
    for (let from = 0; from < events.length; from += 401) await admin.push(events.slice(from, from + 401));
    const csv = await (await admin.request(PATH)).text();
    const threads = read(csv).map(({ thread }) => thread);
    expect(threads).toHaveLength(1_205);
    expect(new Set(threads).size).toBe(1_205);
    expect((await runCli(["export"], { DATABASE_URL: server.databaseUrl })).stdout).toBe(`\ufeff${csv}`);
  });
});

describe("a cell", () => {
  it.each(["=1", "+1", "-1", "@a", "\t=1", "\r=1", "  =1", "\ufeff=1", "|a", "%0"])(
    "%j is no formula",
    (text) => {
      expect(printCell(text)).toBe(`"'${text}"`);
    },
  );

  it("keeps plain text, quotes and numbers as they are", () => {
    expect([printCell('a "b", c'), printCell("a=b"), printCell(-5), printCell(null)]).toEqual([
      '"a ""b"", c"',
      '"a=b"',
      "-5",
      "",
    ]);
  });
});
