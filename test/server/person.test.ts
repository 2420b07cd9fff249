import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AuditPage, ErrorBody, Me } from "#lib/contract.ts";
import { PersonExport } from "#server/exports/export-person.ts";
import { DAY, event, HOUR, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { runCli } from "./run-cli.ts";

let server: TestServer;
let admin: TestMember;
let rep: TestMember;
beforeAll(async () => {
  server = await startServer({ now: () => MONDAY + DAY });
  await server.countPage(THREAD.asset);
  admin = await server.addMember("admin");
  rep = await server.addMember("rep");
});
afterAll(() => server.stop());

const rung = (...args: string[]) => runCli(args, { DATABASE_URL: server.databaseUrl });
const exported = async (person: string) =>
  PersonExport.parse(await (await admin.request("/v1/exports/person", { json: { person } })).json());
const audit = async () => AuditPage.parse(await (await admin.request("/v1/audit")).json()).entries;

describe("everything about one person", () => {
  it("is their events and conversations, of every channel, and nobody else's", async () => {
    const elsewhere = { ...THREAD, channel: "IG_MESSAGE" as const };
    const sale = { amountMinor: 8_500, currency: "USD", how: "in_chat" as const, ref: "A-1" };
    const own = [
      event("message_seen", MONDAY, { key: "mid.1", sender: "customer" }, { device: rep.device }),
      event("outcome_tagged", MONDAY + HOUR, { outcome: "converted" }, { device: rep.device }),
      event("sale_recorded", MONDAY + HOUR, sale, { device: rep.device }),
      event("outcome_tagged", MONDAY, { outcome: "qualified" }, { device: rep.device, thread: elsewhere }),
    ];
    const other = event(
      "outcome_tagged",
      MONDAY,
      { outcome: "unqualified" },
      { device: rep.device, thread: { ...THREAD, id: "100000000000077" } },
    );
    await rep.push([...own, other]);
    const { person, threads } = await exported(THREAD.id);
    expect(person).toBe(THREAD.id);
    expect(threads.map(({ channel, page }) => [channel, page])).toEqual([
      ["FB_MESSAGE", THREAD.asset],
      ["IG_MESSAGE", THREAD.asset],
    ]);
    const events = threads.flatMap((thread) => thread.events);
    expect(events.map((one) => one.event.id).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
    expect(events.every(({ member }) => member === rep.id)).toBe(true);
    expect(threads[0]?.conversations).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ outcome: "converted" }) }),
    ]);
    const [entry] = await audit();
    expect(entry).toMatchObject({ action: "person_exported", subject: { threads: 2, events: 4 } });
    expect(JSON.stringify(entry)).not.toContain(THREAD.id);
  });

  it("is the same from the command line; of somebody unknown, or erased, it is nothing", async () => {
    const ran = await rung("export-person", THREAD.id);
    const { exportedAt: _then, ...same } = await exported(THREAD.id);
    expect(JSON.parse(ran.stdout)).toMatchObject(same);
    await rung("erase", THREAD.id);
    expect((await exported(THREAD.id)).threads).toEqual([]);
    const nothing = await rung("export-person", THREAD.id);
    expect(nothing.stderr).toContain("Nothing is known");
    expect(JSON.parse(nothing.stdout).threads).toEqual([]);
  });
});

const give = (member: string, role: string) =>
  admin.request(`/v1/members/${member}/role`, { method: "PUT", json: { role } });

describe("a role", () => {
  it("is changed for the next request, never one's own, and by the command line", async () => {
    expect((await rep.request("/v1/audit")).status).toBe(403);
    expect((await give(rep.id, "admin")).status).toBe(204);
    expect((await rep.request("/v1/audit")).status).toBe(200);
    expect(await rung("people", "role", rep.id, "manager")).toMatchObject({ code: 0 });
    expect(Me.parse(await (await rep.request("/v1/me")).json()).member.role).toBe("manager");
    const own = await give(admin.id, "rep");
    expect([own.status, ErrorBody.parse(await own.json()).error.code]).toEqual([409, "own_membership"]);
    expect((await give(crypto.randomUUID(), "rep")).status).toBe(404);
    expect((await give(rep.id, "boss")).status).toBe(400);
    const changes = (await audit()).filter(({ action }) => action === "role_changed");
    expect(changes).toMatchObject([
      { member: null, subject: { member: rep.id, role: "manager" } },
      { member: admin.id, subject: { member: rep.id, role: "admin" } },
    ]);
  });
});

describe("rung policy", () => {
  it("asks, answers and says what holds", async () => {
    expect((await rung("policy")).stdout).toBe(
      "Customers are known for ever.\nNobody has answered yet whether managers see figures per person; they do not.\n",
    );
    const saved = await rung("policy", "--retention-days", "365", "--figures-per-person", "no", "--json");
    expect(JSON.parse(saved.stdout)).toEqual({ retentionDays: 365, figuresPerPerson: false });
    expect((await rung("policy", "--retention-days", "off")).stdout).toContain("known for ever");
    expect((await rung("policy", "--retention-days", "5")).stderr).toContain("--retention-days");
  });
});
