import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Changes, PushResponse } from "#lib/contract.ts";
import { event, MONDAY, THREAD } from "#test/domain/story.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { startServerProcess } from "#test/support/server-process.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let rep: TestMember;
beforeAll(async () => {
  server = await startServer();
  await server.countPage(THREAD.asset);
  rep = await server.addMember("rep");
});
afterAll(() => server.stop());

/** A push whose body comes in two halves; `finish` sends the second. */
function slowPush(url: string, body: string) {
  const sent = request(`${url}/v1/events`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${rep.token}`,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    },
  });
  const answered = new Promise<unknown>((resolve, reject) => {
    sent.on("error", reject);
    sent.on("response", async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      resolve(JSON.parse(Buffer.concat(parts).toString()));
    });
  });
  const begun = new Promise<void>((resolve) => sent.write(body.slice(0, 20), () => resolve()));
  return { begun, answered, finish: () => sent.end(body.slice(20)) };
}

describe("SIGTERM", () => {
  it("lets a request under way finish, answers who waits for news, and ends with code 0", async () => {
    const going = await startServerProcess({ DATABASE_URL: server.databaseUrl });
    const there = memberAt(going.url, rep);
    const first = Changes.parse(await (await there.request("/v1/changes")).json());
    const waiting = there.request(`/v1/changes?after=${first.cursor}&wait=25`);
    const tag = event("outcome_tagged", MONDAY, { outcome: "qualified" }, { device: rep.device });
    const push = slowPush(going.url, JSON.stringify({ device: rep.device, sentAt: MONDAY, events: [tag] }));
    await push.begun;
    // Both are with the server: it has answered a later request.
    expect((await fetch(`${going.url}/readyz`)).status).toBe(200);
    const began = performance.now();
    const ended = going.end("SIGTERM");
    expect(Changes.parse(await (await waiting).json()).changes).toEqual([]);
    push.finish();
    expect(PushResponse.parse(await push.answered).results).toMatchObject([{ result: "accepted" }]);
    expect(await ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(await fetch(`${going.url}/readyz`).catch(() => "refused")).toBe("refused");
    const { rows } = await server.db
      .selectFrom("events")
      .select("event_id")
      .execute()
      .then((found) => ({ rows: found }));
    expect(rows.map(({ event_id }) => event_id)).toEqual([tag.id]);
  });

  it("does not wait for a connection that was opened ahead of need and never asked", async () => {
    const going = await startServer({ databaseUrl: server.databaseUrl });
    const silent = connect(Number(new URL(going.url).port), "127.0.0.1");
    await once(silent, "connect");
    // The server has it: it has answered on a later one.
    expect((await fetch(`${going.url}/readyz`)).status).toBe(200);
    const began = performance.now();
    await going.stop();
    expect(performance.now() - began).toBeLessThan(8_000);
    silent.destroy();
  });

  it("does not go on for a device that asks again as soon as it is answered, on the connection it has", async () => {
    const going = await startServer({ databaseUrl: server.databaseUrl });
    const there = memberAt(going.url, rep);
    const { cursor } = Changes.parse(await (await there.request("/v1/changes")).json());
    const socket = connect(Number(new URL(going.url).port), "127.0.0.1");
    const path = `/v1/changes?after=${cursor}&wait=25`;
    const ask = () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${rep.token}\r\n\r\n`);
    socket.on("error", () => undefined);
    socket.on("data", (said) => void (String(said).startsWith("HTTP/1.1") && ask()));
    const ended = once(socket, "close");
    ask();
    expect((await fetch(`${going.url}/readyz`)).status).toBe(200);
    const began = performance.now();
    await going.stop();
    expect(performance.now() - began).toBeLessThan(8_000);
    await ended;
  });
});
