import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ErrorBody, PairingMade } from "#lib/contract.ts";
import { hashToken } from "#server/members/token.ts";
import { DEFAULT_SETTINGS } from "#lib/domain/settings.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";
import { MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { Document } from "./fuzz/schema.ts";
import { type Asked, requestsTo } from "./fuzz/requests.ts";
import type { Hints } from "./fuzz/values.ts";

/** RUNG_FUZZ says how many; RUNG_FUZZ_SEED runs other ones. */
const REQUESTS = Number(process.env["RUNG_FUZZ"] ?? 10_000);
const SEED = Number(process.env["RUNG_FUZZ_SEED"] ?? 7_864);
const PATIENCE_MS = 15_000;
const AT_ONCE = 8;

const FILES = [
  "Campaign name,Ad ID,Day,Amount spent (USD),Reporting starts,Reporting ends\nSummer,120210000000000001,2026-11-16,10.00,2026-11-16,2026-11-16\n",
  'Reporting starts,Reporting ends,Day,Campaign name,Amount spent (EUR)\n2026-11-16,2026-11-16,2026-11-16,"Hood, ie","1,030.00"\n',
  "ref,date,amount,currency\nA-1,2026-11-16,10.00,USD\n",
  "hello",
  "",
];

let server: TestServer;
let member: TestMember;
let other: TestMember;
let document: Document;
let codes: string[];

beforeAll(async () => {
  // Each request comes from an address of its own: what is asked here is not how often one may come.
  server = await startServer({
    environment: { RUNG_TRUST_PROXY: "true", RUNG_REQUESTS_A_MINUTE: "1000000" },
  });
  await server.countPage(THREAD.asset);
  member = await server.addMember("admin");
  other = await server.addMember("rep");
  codes = await Promise.all(Array.from({ length: 30 }, makeCode));
  document = Document.parse(await (await fetch(`${server.url}/openapi.json`)).json());
});
afterAll(() => server.stop());

async function makeCode(): Promise<string> {
  const made = await member.request("/v1/pairings", { json: { name: "New", role: "rep" } });
  return PairingMade.parse(await made.json()).code;
}

const hints = (): Hints => ({
  device: fc.constant(member.device),
  id: fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => uuidv7(MONDAY, bytes)),
  target: fc.uint8Array({ minLength: 10, maxLength: 10, max: 1 }).map((bytes) => uuidv7(MONDAY, bytes)),
  asset: fc.constant(THREAD.asset),
  member: fc.constantFrom(member.id, other.id),
  adId: fc.integer({ min: 1, max: 99 }).map(String),
  code: fc.constantFrom(...codes),
  account: fc.constantFrom("A", "B"),
  timeZone: fc.constantFrom("UTC", "Europe/Berlin"),
  from: fc.constantFrom("2026-11-16", "2026-11-17"),
  to: fc.constantFrom("2026-11-17", "2026-12-16"),
  // A long poll that waits is no hang; what is asked here is the rest of it.
  wait: fc.constant(0),
  version: fc.constant(DEFAULT_SETTINGS.version),
  hours: fc.constant(DEFAULT_SETTINGS.hours),
  targets: fc.constant(DEFAULT_SETTINGS.targets),
});

function allRequests(): fc.Arbitrary<Asked> {
  const given = { document, hints: hints(), files: FILES, settings: [DEFAULT_SETTINGS] };
  return fc.oneof(
    ...Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => requestsTo(path, method, operation, given)),
    ),
  );
}

async function ask({ method, path, body, type }: Asked): Promise<Response> {
  const headers = new Headers({ authorization: `Bearer ${member.token}`, "x-forwarded-for": randomUUID() });
  if (type !== null) headers.set("content-type", type);
  return fetch(server.url + path, { method, headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
}

const CLOSED_MEANWHILE = /ECONNRESET|other side closed/;

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error
    ? `${error.message}, ${String(error.cause)}`
    : String(error);

const isErrorBody = (text: string): boolean =>
  text.startsWith("{") && ErrorBody.safeParse(JSON.parse(text)).success;

/** Whoever was removed or unpaired is there again. */
async function comeBack(): Promise<void> {
  const { db } = server;
  const token = hashToken(member.token);
  await db.updateTable("tokens").set({ revoked_at: null }).where("token_hash", "=", token).execute();
  await db.updateTable("members").set({ removed_at: null }).where("member_id", "=", other.id).execute();
}

/** What is wrong with an answer; null where nothing is. */
async function complaint(asked: Asked, tally: Map<string, number>): Promise<string | null> {
  const told = `${asked.method} ${asked.path.slice(0, 200)} ${new TextDecoder().decode(asked.body?.subarray(0, 300))}`;
  let answer = await ask(asked).catch(reasonOf);
  // Another worker's request has just unpaired the device, or a connection that idled for long was just closed.
  const isToAskAgain = typeof answer === "string" ? CLOSED_MEANWHILE.test(answer) : answer.status === 401;
  if (isToAskAgain) {
    await comeBack();
    answer = await ask(asked).catch(reasonOf);
  }
  if (typeof answer === "string") return `${told}: ${answer}`;
  const text = await answer.text();
  const key = `${asked.operation} ${answer.status < 300 ? "taken" : "refused"}`;
  tally.set(key, (tally.get(key) ?? 0) + 1);
  if (answer.status >= 500) return `${told}: ${answer.status} ${text.slice(0, 300)}`;
  // An address too long for Node's own parser never comes to us.
  if (answer.status >= 400 && answer.status !== 431 && !isErrorBody(text))
    return `${told}: ${answer.status} ${text}`;
  if (asked.method === "PUT") await server.db.deleteFrom("settings").execute();
  if (asked.method === "DELETE") await comeBack();
  return null;
}

/** Refused to all of these requests: they come through a proxy, and a link's 192 random bits are not guessed. */
const CLOSED = new Set(["get /metrics", "get /downloads/{link}"]);

describe("requests made from the server's own description, valid and broken", () => {
  it(`are answered, none with a fault of ours: ${REQUESTS} of them`, { timeout: 600_000 }, async () => {
    const requests = fc.sample(allRequests(), { numRuns: REQUESTS, seed: SEED });
    const tally = new Map<string, number>();
    const complaints: string[] = [];
    const work = requests.values();
    const worker = async () => {
      for (const asked of work) {
        const found = await complaint(asked, tally);
        if (found !== null) complaints.push(found);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(complaints.slice(0, 5)).toEqual([]);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const taken = (operation: string) => tally.get(`${operation} taken`) ?? 0;
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(
      operations.filter((operation) => !tally.has(`${operation} refused`) && taken(operation) === 0),
    ).toEqual([]);
    const untaken = operations.filter((operation) => taken(operation) === 0);
    expect(untaken.filter((operation) => !CLOSED.has(operation))).toEqual([]);
    expect(await server.db.selectFrom("events").select("event_id").execute()).not.toEqual([]);
  });
});
