import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SpendAccount, SpendImported } from "#lib/contract.ts";
import { DAY, MONDAY } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let manager: TestMember;

beforeAll(async () => {
  server = await startServer({ now: () => MONDAY + 40 * DAY });
  manager = await server.addMember("manager");
});
afterAll(() => server.stop());

const HEAD = "Campaign name,Ad ID,Day,Amount spent (USD),Reporting starts,Reporting ends";
const row = (campaign: string, ad: string, day: string, amount: string) =>
  `${campaign},12021000000000000${ad},${day},${amount},${day},${day}`;
const file = (...rows: string[]) => [HEAD, ...rows].join("\n");
const upload = (path: string, body: BodyInit) =>
  manager.request(path, { method: "POST", headers: { "content-type": "text/csv" }, body });
const importFile = async (account: string, csv: string, zone = "&timeZone=UTC") =>
  SpendImported.parse(await (await upload(`/v1/spend/imports?account=${account}${zone}`, csv)).json());
const held = (account: string) =>
  server.db
    .selectFrom("spend_rows")
    .innerJoin("spend_accounts", "spend_accounts.account_id", "spend_rows.account_id")
    .select(["from_day", "campaign", "amount_minor"])
    .where("name", "=", account)
    .orderBy("from_day")
    .orderBy("campaign")
    .execute();

const TWO_DAYS = file(row("A", "1", "2026-11-16", "10.10"), row("B", "2", "2026-11-17", "20.20"));

describe("a file of spend", () => {
  it("is checked without being stored", async () => {
    const answer = await upload("/v1/spend/check", `\ufeff${TWO_DAYS}`);
    expect(await answer.json()).toEqual({
      currency: "USD",
      level: "ad",
      from: "2026-11-16",
      to: "2026-11-17",
      rows: 2,
      totalMinor: 3030,
      reconciles: null,
      warnings: [],
    });
    expect(await server.db.selectFrom("spend_rows").selectAll().execute()).toEqual([]);
  });

  it("with headings alone is valid and empty", async () => {
    const { summary, unchanged, replaced } = await importFile("Empty", HEAD);
    expect([summary.rows, summary.totalMinor, unchanged, replaced]).toEqual([0, 0, true, []]);
  });

  it("of an account that is spelled another way is of the same account", async () => {
    const first = await importFile("Sample Shop", TWO_DAYS);
    const again = await importFile("SAMPLE shop", TWO_DAYS);
    expect([again.unchanged, again.account]).toEqual([true, first.account]);
    expect(await held("SAMPLE shop")).toEqual([]);
  });

  it("imported twice changes nothing", async () => {
    const first = await importFile("Twice", TWO_DAYS);
    expect([first.unchanged, first.account.currency]).toEqual([false, "USD"]);
    expect((await importFile("Twice", TWO_DAYS)).unchanged).toBe(true);
    expect(await held("Twice")).toHaveLength(2);
  });

  it("replaces the days that it covers, and says which", async () => {
    await importFile("Later", TWO_DAYS);
    const later = await importFile(
      "Later",
      file(row("A", "1", "2026-11-17", "5"), row("A", "1", "2026-11-18", "6")),
    );
    expect(later.replaced).toEqual([{ from: "2026-11-17", to: "2026-11-17", rows: 1, amountMinor: 2020 }]);
    expect(await held("Later")).toEqual([
      { from_day: "2026-11-16", campaign: "A", amount_minor: 1010 },
      { from_day: "2026-11-17", campaign: "A", amount_minor: 500 },
      { from_day: "2026-11-18", campaign: "A", amount_minor: 600 },
    ]);
  });

  it("that is refused leaves nothing behind, and names the rows", async () => {
    const bad = file(row("A", "1", "2026-11-16", "10"), row("A", "1", "2026-11-17", "lots"));
    const answer = await upload("/v1/spend/imports?account=Refused&timeZone=UTC", bad);
    expect(answer.status).toBe(422);
    const { error } = await answer.json();
    expect(error.code).toBe("spend_file");
    expect(Object.values(error.fields)).toEqual([expect.stringContaining("row 3")]);
    const accounts = SpendAccount.array().parse(await (await manager.request("/v1/spend/accounts")).json());
    expect(accounts.map(({ name }) => name)).not.toContain("Refused");
  });

  it("that cuts a range held without days is refused with both ranges", async () => {
    const range = [
      "Campaign name,Amount spent (USD),Reporting starts,Reporting ends",
      "A,100,2026-11-01,2026-11-30",
    ].join("\n");
    await importFile("Range", range);
    const answer = await upload("/v1/spend/imports?account=Range", TWO_DAYS);
    expect(answer.status).toBe(422);
    const { error } = await answer.json();
    expect(error.code).toBe("cuts_range");
    expect(error.message).toContain("2026-11-16 to 2026-11-17");
    expect(error.message).toContain("2026-11-01 to 2026-11-30");
    expect(await held("Range")).toHaveLength(1);
  });

  it("of another currency than the account's is refused", async () => {
    await importFile("Currency", TWO_DAYS);
    const answer = await upload("/v1/spend/imports?account=Currency", TWO_DAYS.replace("USD", "EUR"));
    expect([answer.status, (await answer.json()).error.code]).toEqual([422, "other_currency"]);
  });

  it("is not sent as another kind of file: UTF-16 is named", async () => {
    const answer = await upload("/v1/spend/check", Buffer.from(`\ufeff${TWO_DAYS}`, "utf16le"));
    expect(answer.status).toBe(422);
    expect((await answer.json()).error.message).toMatch(/UTF-16/);
  });
});

describe("an ad account", () => {
  it("is named once with its time zone, and keeps it", async () => {
    const unnamed = await upload("/v1/spend/imports?account=Zone", TWO_DAYS);
    expect([unnamed.status, (await unnamed.json()).error.fields]).toEqual([
      400,
      { timeZone: expect.stringContaining("“Zone”") },
    ]);
    const first = await importFile("Zone", TWO_DAYS, "&timeZone=Europe/Berlin");
    const again = await importFile("Zone", TWO_DAYS, "");
    expect(again.account).toEqual(first.account);
    const moved = await upload("/v1/spend/imports?account=Zone&timeZone=Asia/Tokyo", TWO_DAYS);
    expect([moved.status, (await moved.json()).error.code]).toEqual([409, "account_time_zone"]);
    const nowhere = await upload("/v1/spend/imports?account=Zone&timeZone=Mars", TWO_DAYS);
    expect((await nowhere.json()).error.fields).toHaveProperty("timeZone");
  });

  it("takes imports that come at the same moment one after the other", async () => {
    const imports = await Promise.all(Array.from({ length: 5 }, () => importFile("Racing", TWO_DAYS)));
    expect(imports.filter(({ unchanged }) => !unchanged)).toHaveLength(1);
    expect(await held("Racing")).toHaveLength(2);
  });
});
