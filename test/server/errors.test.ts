import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ErrorBody } from "#lib/contract.ts";
import { createApp } from "#server/app.ts";
import { openDatabase } from "#server/database.ts";
import { appDeps } from "#test/support/app-deps.ts";
import { send, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let admin: TestMember;

beforeAll(async () => {
  server = await startServer();
  admin = await server.addMember("admin");
});
afterAll(() => server.stop());

const raw = (path: string, body: BodyInit | null, type: string | null, method = "POST") =>
  admin.request(path, { method, body, ...(type !== null && { headers: { "content-type": type } }) });
const CSV = "text/csv";
const JSON_TYPE = "application/json";

const HEADINGS = "Campaign name,Amount spent (USD),Reporting starts,Reporting ends";

/** Posts a file in parts, of unknown length; gives the status, and what becomes of the connection. */
const post = (path: string, parts: string[]): Promise<{ status?: number; connection?: string }> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${admin.token}`, "content-type": CSV };
    const sent = request(server.url + path, { method: "POST", headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, connection: answer.headers.connection });
    });
    sent.on("error", reject);
    for (const part of parts) sent.write(part);
    sent.end();
  });

describe("every error", () => {
  it.each<[string, number, string, () => Promise<Response>]>([
    ["no such route", 404, "no_such_route", () => send(server.url, "/nothing")],
    ["no such route behind a token", 404, "no_such_route", () => admin.request("/v1/nothing")],
    [
      "a method that is not taken",
      404,
      "no_such_route",
      () => admin.request("/v1/events", { method: "PATCH" }),
    ],
    ["no token", 401, "token_missing", () => send(server.url, "/v1/me")],
    ["JSON that is none", 400, "bad_json", () => raw("/v1/events", "{", JSON_TYPE)],
    ["no body", 400, "bad_json", () => raw("/v1/events", "", JSON_TYPE)],
    ["JSON of another shape", 400, "invalid_input", () => raw("/v1/events", "[]", JSON_TYPE)],
    [
      "an empty batch",
      400,
      "invalid_input",
      () => admin.request("/v1/events", { json: { device: admin.device, sentAt: 1, events: [] } }),
    ],
    ["another media type", 415, "unsupported_media_type", () => raw("/v1/events", "a=1", "text/plain")],
    ["no media type", 415, "unsupported_media_type", () => raw("/v1/spend/check", new Uint8Array([1]), null)],
    [
      "JSON where a file is due",
      415,
      "unsupported_media_type",
      () => raw("/v1/spend/check", "{}", JSON_TYPE),
    ],
    ["over 1 MB of events", 413, "too_large", () => raw("/v1/events", " ".repeat(1_048_577), JSON_TYPE)],
    ["over 20 MB of spend", 413, "too_large", () => raw("/v1/spend/check", " ".repeat(20_971_521), CSV)],
    ["a file that is none", 422, "spend_file", () => raw("/v1/spend/check", "hello", CSV)],
    [
      "a day that is none",
      400,
      "invalid_input",
      () => admin.request("/v1/scorecard?from=2026-02-30&to=2026-03-01"),
    ],
    [
      "deep nesting",
      400,
      "invalid_input",
      () => raw("/v1/events", "[".repeat(100_000) + "]".repeat(100_000), JSON_TYPE),
    ],
  ])("has one shape: %s", async (_, status, code, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    const { error } = ErrorBody.strict().parse(await answer.json());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/\w+.*\.?$/);
    expect(error.requestId).toBe(answer.headers.get("x-request-id"));
    expect(JSON.stringify(error)).not.toMatch(/\bat .*\.ts:|node_modules|Error:/);
  });

  it("leaves its connection usable, though the body was not read", async () => {
    const large = " ".repeat(1_048_577);
    expect((await raw("/v1/events", large, JSON_TYPE)).status).toBe(413);
    expect((await raw("/v1/spend/imports", large, CSV)).status).toBe(400);
    // As many at once as there are connections: some go over those two.
    const next = await Promise.all(Array.from({ length: 12 }, () => raw("/v1/spend/check", HEADINGS, CSV)));
    expect(next.map(({ status }) => status)).toEqual(Array(12).fill(200));
  });

  it("refuses a body of unknown length as soon as it is too large, and closes what is left in the way", async () => {
    const half = " ".repeat(11_000_000);
    expect(await post("/v1/spend/check", [half, half])).toEqual({ status: 413, connection: "close" });
  });

  it("is a fault of ours in one sentence, and 503 while the database is away", async () => {
    const away = openDatabase("postgres://rung:x@127.0.0.1:1/none", () => {});
    const app = createApp(appDeps({ db: away }));
    const answer = await app.request("/healthz");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(await answer.json()).toMatchObject({ error: { code: "unavailable" } });
    await away.destroy();
    const broken = await app.request("/healthz");
    expect(broken.status).toBe(500);
    const { error } = ErrorBody.parse(await broken.json());
    expect(error).toMatchObject({ code: "internal", message: expect.not.stringMatching(/destroyed|driver/) });
  });
});

describe("every answer", () => {
  it("carries security headers and a request id, and lets no web origin in", async () => {
    const headers = { origin: "https://business.facebook.com" };
    for (const path of ["/healthz", "/v1/me", "/nothing", "/openapi.json"]) {
      const answer = await admin.request(path, { headers });
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("x-request-id")).toMatch(/^[\w-]+$/);
      expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
    const preflight = await fetch(`${server.url}/v1/events`, {
      method: "OPTIONS",
      headers: { ...headers, "access-control-request-method": "POST" },
    });
    expect(preflight.ok).toBe(false);
  });
});
