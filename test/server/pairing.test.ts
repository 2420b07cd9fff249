import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Me, PairingMade, PairingOffer, PairingResult } from "#lib/contract.ts";
import { MINUTE, MONDAY } from "#test/domain/story.ts";
import { memberAt, send, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

let now = MONDAY;
let server: TestServer;
let admin: TestMember;

beforeAll(async () => {
  server = await startServer({ now: () => now });
  await server.countPage("900", "Shop");
  admin = await server.addMember("admin", "Ada");
});
afterAll(() => server.stop());
// Every test has a minute of its own, so that the limit of an address starts anew.
beforeEach(() => {
  now += MINUTE;
});

const makeCode = async (json: object = { name: "Kim", role: "rep" }): Promise<string> =>
  PairingMade.parse(await (await admin.request("/v1/pairings", { json })).json()).code;
const look = (code: string) => send(server.url, "/v1/pairings/look", { json: { code } });
const redeem = (code: string, device: string = randomUUID()) =>
  send(server.url, "/v1/pairings/redeem", { json: { code, device, deviceName: "Laptop" } });
const codeOf = async (answer: Response): Promise<string> => (await answer.json()).error.code;

const pair = async (code: string, device: string = randomUUID()): Promise<TestMember> => {
  const { token, me } = PairingResult.parse(await (await redeem(code, device)).json());
  return memberAt(server.url, { id: me.member.id, device, token });
};

/** The same selector, another secret. */
const guess = (code: string): string =>
  `${code.slice(0, 5)}${code.endsWith("0") ? "11111-11111" : "00000-00000"}`;

describe("a pairing code", () => {
  it("looks as it is typed, and shows the workspace, the member and the Pages without being used up", async () => {
    const code = await makeCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    for (const typed of [code, code.toLowerCase(), code.replaceAll("-", ""), ` ${code} `]) {
      const offer = PairingOffer.parse(await (await look(typed)).json());
      expect(offer).toEqual({
        workspace: { id: server.workspace, name: "My workspace" },
        member: { name: "Kim", role: "rep" },
        pages: [{ asset: "900", name: "Shop", counted: true }],
      });
    }
    expect((await redeem(code)).status).toBe(200);
  });

  it("works once", async () => {
    const code = await makeCode();
    const { token, me } = PairingResult.parse(await (await redeem(code)).json());
    expect(me.member).toMatchObject({ name: "Kim", role: "rep" });
    expect(token).toMatch(/^rung_[\w-]{64}$/);
    for (const answer of [await redeem(code), await look(code)]) {
      expect(answer.status).toBe(404);
      expect(await codeOf(answer)).toBe("pairing_refused");
    }
  });

  it("is redeemed once, however many devices try at the same moment", async () => {
    const code = await makeCode();
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(404)]);
  });

  it("lasts ten minutes", async () => {
    const code = await makeCode();
    now += 10 * MINUTE - 1;
    expect((await look(code)).status).toBe(200);
    now += 1;
    expect((await look(code)).status).toBe(404);
    expect((await redeem(code)).status).toBe(404);
  });

  it("ends after five wrong tries on its selector, by look and redeem together", async () => {
    const code = await makeCode();
    for (let tries = 0; tries < 4; tries += 1)
      expect((await (tries % 2 ? look : redeem)(guess(code))).status).toBe(404);
    expect((await look(code)).status).toBe(200);
    expect((await look(guess(code))).status).toBe(404);
    expect((await look(code)).status).toBe(404);
    expect((await redeem(code)).status).toBe(404);
  });

  it("counts wrong tries that come at the same moment, all of them", async () => {
    const code = await makeCode();
    await Promise.all(Array.from({ length: 5 }, () => redeem(guess(code))));
    expect((await redeem(code)).status).toBe(404);
  });

  it("is stored as a hash alone", async () => {
    const code = await makeCode();
    const { rows } = await sql<{ text: string }>`select pairings::text as text from pairings`.execute(
      server.db,
    );
    expect(rows.some(({ text }) => text.includes(code.slice(0, 4)))).toBe(true);
    const [, first = "", second = ""] = code.split("-");
    expect(rows.filter(({ text }) => text.includes(first) || text.includes(second))).toEqual([]);
  });

  it("is tried sixty times a minute from one address, no more", async () => {
    const answers = await Promise.all(Array.from({ length: 61 }, () => look("AAAA-AAAAA-AAAAA")));
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(1);
    expect(limited[0]?.headers.get("retry-after")).toBe("60");
    now += MINUTE;
    expect((await look("AAAA-AAAAA-AAAAA")).status).toBe(404);
  });

  it("that is no code is refused with its field", async () => {
    const answer = await look("what?");
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.fields).toEqual({ code: "must look like AB12-CDEFG-HJKMN" });
  });
});

describe("a token", () => {
  it("is stored as a hash alone", async () => {
    const { token } = await pair(await makeCode());
    const { rows } = await sql<{ text: string }>`select tokens::text as text from tokens`.execute(server.db);
    expect(rows.filter(({ text }) => text.includes(token.slice(-20)))).toEqual([]);
    const secret = Buffer.from(token.slice(5), "base64url").toString("hex");
    expect(rows.filter(({ text }) => text.includes(secret))).toEqual([]);
  });

  it("says who it is", async () => {
    const me = Me.parse(await (await admin.request("/v1/me")).json());
    expect(me).toMatchObject({
      workspace: { id: server.workspace, name: "My workspace", timeZone: "UTC", currency: null },
      member: { id: admin.id, name: "Ada", role: "admin" },
    });
    expect(me.members).toContainEqual({ id: admin.id, name: "Ada", left: false });
  });

  it("that was revoked is told apart from one that never was", async () => {
    const kim = await pair(await makeCode());
    expect((await kim.request("/v1/me/device", { method: "DELETE" })).status).toBe(204);
    const revoked = await kim.request("/v1/me");
    expect([revoked.status, await codeOf(revoked)]).toEqual([401, "token_revoked"]);
    const changed = kim.token.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    for (const token of [changed, "rung_x", "nonsense"]) {
      const answer = await memberAt(server.url, { ...kim, token }).request("/v1/me");
      expect([answer.status, await codeOf(answer)]).toEqual([401, "token_unknown"]);
    }
    const without = await send(server.url, "/v1/me");
    expect([without.status, await codeOf(without)]).toEqual([401, "token_missing"]);
  });

  it("is one a device: pairing it again revokes the old one and keeps the member's others", async () => {
    const kim = await pair(await makeCode());
    const other = await pair(await makeCode({ name: "Kim", role: "rep", member: kim.id }));
    expect(other.id).toBe(kim.id);
    const again = await pair(await makeCode({ name: "Kim", role: "rep", member: kim.id }), kim.device);
    expect((await kim.request("/v1/me")).status).toBe(401);
    expect((await again.request("/v1/me")).status).toBe(200);
    expect((await other.request("/v1/me")).status).toBe(200);
  });

  it("of a member who is not there cannot be asked for", async () => {
    const json = { name: "Kim", role: "rep", member: randomUUID() };
    const answer = await admin.request("/v1/pairings", { json });
    expect([answer.status, await codeOf(answer)]).toEqual([404, "member_unknown"]);
  });
});
