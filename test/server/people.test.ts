import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AuditPage, type Member, Member as MemberShape, PairingMade, TokenRotated } from "#lib/contract.ts";
import { DAY, event, MONDAY, THREAD } from "#test/domain/story.ts";
import { memberAt, send, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const clock = { now: MONDAY + 40 * DAY };
let server: TestServer;
let admin: TestMember;

beforeAll(async () => {
  server = await startServer({ now: () => clock.now });
  await server.countPage(THREAD.asset);
  admin = await server.addMember("admin", "Ada");
});
afterAll(() => server.stop());

const remove = (path: string) => admin.request(path, { method: "DELETE" });
const status = async (member: TestMember) => (await member.request("/v1/me")).status;
const people = async (): Promise<Member[]> =>
  MemberShape.array().parse(await (await admin.request("/v1/members")).json());
const codeFor = async (member: string): Promise<string> => {
  const made = await admin.request("/v1/pairings", { json: { name: "-", role: "rep", member } });
  return PairingMade.parse(await made.json()).code;
};
const redeem = (code: string, device: string) =>
  send(server.url, "/v1/pairings/redeem", { json: { code, device, deviceName: "Laptop" } });

describe("a person who leaves", () => {
  it("is refused on every device, and every code made for them is void; what they recorded stays", async () => {
    const leaver = await server.addMember("rep", "Lea");
    const tag = event("outcome_tagged", MONDAY, { outcome: "qualified" });
    await leaver.push([tag]);
    const code = await codeFor(leaver.id);
    expect((await remove(`/v1/members/${leaver.id}`)).status).toBe(204);
    expect(await status(leaver)).toBe(401);
    expect((await redeem(code, crypto.randomUUID())).status).toBe(404);
    const made = await admin.request("/v1/pairings", {
      json: { name: "-", role: "rep", member: leaver.id },
    });
    expect(made.status).toBe(404);
    const listed = (await people()).find(({ id }) => id === leaver.id);
    expect(listed).toMatchObject({ name: "Lea", removedAt: clock.now, devices: [] });
    const me = await (await admin.request("/v1/me")).json();
    expect(me.members).toContainEqual({ id: leaver.id, name: "Lea", left: true });
    const rows = await server.db.selectFrom("events").select("event_id").execute();
    expect(rows).toEqual([{ event_id: tag.id }]);
    expect((await remove(`/v1/members/${leaver.id}`)).status).toBe(404);
  });

  it("is never the administrator who asks", async () => {
    const answer = await remove(`/v1/members/${admin.id}`);
    expect([answer.status, (await answer.json()).error.code]).toEqual([409, "own_membership"]);
    expect(await status(admin)).toBe(200);
  });
});

describe("a device", () => {
  it("is revoked alone: the person's other one goes on", async () => {
    const rep = await server.addMember("rep", "Ria");
    const device = crypto.randomUUID();
    const second = await (await redeem(await codeFor(rep.id), device)).json();
    const there = memberAt(server.url, { id: rep.id, device, token: second.token });
    expect((await people()).find(({ id }) => id === rep.id)?.devices).toHaveLength(2);
    expect((await remove(`/v1/devices/${device}`)).status).toBe(204);
    expect([await status(there), await status(rep)]).toEqual([401, 200]);
    expect((await remove(`/v1/devices/${device}`)).status).toBe(404);
  });

  it("changes its token: the one before goes on for a day, and both end with the device", async () => {
    const rep = await server.addMember("rep", "Rae");
    const changed = await rep.request("/v1/me/device/token", { method: "POST" });
    const { token, expiresAt } = TokenRotated.parse(await changed.json());
    const renewed = memberAt(server.url, { ...rep, token });
    expect(expiresAt).toBe(clock.now + 90 * DAY);
    expect([await status(rep), await status(renewed)]).toEqual([200, 200]);
    expect((await people()).find(({ id }) => id === rep.id)?.devices).toEqual([
      { id: rep.device, name: "Test", since: clock.now, expiresAt },
    ]);
    clock.now += DAY;
    expect([await status(rep), await status(renewed)]).toEqual([401, 200]);
    const tag = event("outcome_tagged", MONDAY, { outcome: "qualified" });
    expect((await renewed.push([tag]))[0]).toMatchObject({ result: "accepted" });
    await renewed.request("/v1/me/device", { method: "DELETE" });
    expect(await status(renewed)).toBe(401);
  });

  it("that does not come for 90 days is refused, and says so", async () => {
    const away = await server.addMember("rep", "Abe");
    const before = clock.now;
    clock.now += 90 * DAY - 1;
    expect(await status(away)).toBe(200);
    clock.now += 1;
    const answer = await away.request("/v1/me");
    expect([answer.status, (await answer.json()).error.code]).toEqual([401, "token_expired"]);
    clock.now = before;
  });
});

describe("the audit log", () => {
  it("tells what was done, by whom, newest first, with ids alone", async () => {
    const victim = await server.addMember("rep", "Vic");
    await remove(`/v1/devices/${victim.device}`);
    await remove(`/v1/members/${victim.id}`);
    await admin.request("/v1/pages/77", { method: "PUT", json: { name: "Hush", counted: false } });
    const settings = await (await admin.request("/v1/settings")).json();
    await admin.request("/v1/settings", { method: "PUT", json: { ...settings, creators: ["Hush"] } });
    const { entries } = AuditPage.parse(await (await admin.request("/v1/audit")).json());
    expect(entries.slice(0, 5).map(({ action, member, subject }) => [action, member, subject])).toEqual([
      ["settings_saved", admin.id, { version: settings.version + 1 }],
      ["page_answered", admin.id, { asset: "77", counted: false }],
      ["member_removed", admin.id, { member: victim.id }],
      ["device_revoked", admin.id, { device: victim.device }],
      ["pairing_made", null, { pairing: expect.any(String), role: "rep", isNew: true }],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Hush|Vic|rung_/);
  });

  it("holds nothing of what was refused, and is read page by page", async () => {
    const before = AuditPage.parse(await (await admin.request("/v1/audit")).json()).entries[0]?.entry ?? 0;
    await remove(`/v1/members/${crypto.randomUUID()}`);
    await (
      await server.addMember("rep")
    ).request("/v1/pages/78", { method: "PUT", json: { name: null, counted: true } });
    for (let n = 0; n < 105; n += 1) await server.countPage(String(1_000 + n));
    const first = AuditPage.parse(await (await admin.request("/v1/audit")).json());
    expect([first.entries.length, first.next]).toEqual([100, first.entries.at(-1)?.entry]);
    const second = AuditPage.parse(await (await admin.request(`/v1/audit?before=${first.next}`)).json());
    const since = [...first.entries, ...second.entries].filter(({ entry }) => entry > before);
    expect(since.map(({ action }) => action).toSorted()).toEqual([
      ...Array<string>(105).fill("page_answered"),
      "pairing_made",
    ]);
  });
});
