import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#server/app.ts";
import { openDatabase } from "#server/database.ts";
import { openLog } from "#server/log.ts";
import { event, MONDAY, THREAD } from "#test/domain/story.ts";
import { appDeps } from "#test/support/app-deps.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let admin: TestMember;
let lines: string[];

beforeAll(async () => {
  server = await startServer();
  await server.countPage(THREAD.asset);
  admin = await server.addMember("admin", "Secret Ada");
  lines = [];
});
afterAll(() => server.stop());

const log = () => openLog("debug", { write: (line) => void lines.push(line) });
const headers = () => ({ authorization: `Bearer ${admin.token}`, "content-type": "application/json" });

describe("the log", () => {
  it("names the request and the route, never a token, a name, an id of a customer or a query", async () => {
    const app = createApp(appDeps({ db: server.db, log: log(), trustProxy: true }));
    const tag = event("outcome_tagged", MONDAY, { outcome: "unqualified", reason: "Secret reason" });
    const send = (path: string, method: string, json: object) =>
      app.request(path, {
        method,
        headers: { ...headers(), "x-forwarded-for": "10.0.0.1" },
        body: JSON.stringify(json),
      });
    await send("/v1/events", "POST", { device: admin.device, sentAt: 1, events: [tag, { id: "Secret" }] });
    await send("/v1/pages/4711000", "PUT", { name: "Secret shop", counted: true });
    await send("/v1/pairings", "POST", { name: "Secret Kim", role: "rep" });
    await send("/v1/pairings/redeem", "POST", {
      code: "AAAA-SECRE-TTTTT",
      device: admin.device,
      deviceName: "x",
    });
    await send("/v1/spend/imports?account=Secret", "POST", {});
    const text = lines.join("");
    const records = lines.map((line) => JSON.parse(line));
    expect(records.filter(({ msg }) => msg === "request")).toHaveLength(5);
    expect(records).toContainEqual(
      expect.objectContaining({ route: "/v1/pages/:asset", status: 200, requestId: expect.any(String) }),
    );
    for (const secret of [admin.token, admin.token.slice(-20), "Secret", "SECRE", THREAD.id, "4711000"])
      expect(text).not.toContain(secret);
  });

  it("says of a failure what failed and where, without the database's words about values", async () => {
    lines = [];
    const away = openDatabase("postgres://rung:secret-password@127.0.0.1:1/none", () => {});
    const app = createApp(appDeps({ db: away, log: log() }));
    await app.request("/v1/me", { headers: headers() });
    await away.destroy();
    const failed = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === "failed");
    expect(failed).toMatchObject({ level: 50, err: { code: "ECONNREFUSED", stack: expect.any(String) } });
    expect(lines.join("")).not.toContain("secret-password");
  });
});
