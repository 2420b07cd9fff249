import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ErrorBody } from "#lib/contract.ts";
import { createApp } from "#server/app.ts";
import { MONDAY } from "#test/domain/story.ts";
import { appDeps } from "#test/support/app-deps.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const clock = { now: MONDAY };
let server: TestServer;
let rep: TestMember;
let other: TestMember;

beforeAll(async () => {
  server = await startServer({ now: () => clock.now, environment: { RUNG_REQUESTS_A_MINUTE: "5" } });
  rep = await server.addMember("rep");
  other = await server.addMember("rep");
});
afterAll(() => server.stop());

const statuses = async (member: TestMember, times: number): Promise<number[]> => {
  const seen: number[] = [];
  for (let n = 0; n < times; n += 1) seen.push((await member.request("/v1/me")).status);
  return seen;
};

describe("too many requests", () => {
  it("of one device are refused until its minute is over; another device goes on", async () => {
    expect(await statuses(rep, 6)).toEqual([200, 200, 200, 200, 200, 429]);
    clock.now += 20_000;
    const refused = await rep.request("/v1/me");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "40"]);
    expect(ErrorBody.parse(await refused.json()).error.code).toBe("too_many_tries");
    expect(await statuses(other, 1)).toEqual([200]);
    clock.now += 40_000;
    expect(await statuses(rep, 1)).toEqual([200]);
  });

  it("with tokens that are refused end the looking at tokens from that address, for a minute", async () => {
    const stranger = memberAt(server.url, { ...rep, token: "rung_x" });
    const seen = await statuses(stranger, 301);
    expect(seen.slice(0, 300)).toEqual(Array(300).fill(401));
    expect(seen[300]).toBe(429);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    clock.now += 60_000;
    expect(await statuses(rep, 1)).toEqual([200]);
  });
});

describe("GET /readyz", () => {
  it("is 200 while the server takes requests, and 503 once it stops", async () => {
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const stop = new AbortController();
    const app = createApp(appDeps({ db: server.db, requestsAMinute: 5, stopping: stop.signal }));
    expect((await app.request("/readyz")).status).toBe(200);
    stop.abort();
    const answer = await app.request("/readyz");
    expect([answer.status, ErrorBody.parse(await answer.json()).error.code]).toEqual([503, "stopping"]);
    expect((await app.request("/healthz")).status).toBe(200);
  });
});
