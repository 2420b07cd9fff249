import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ErrorBody, type Role, ROLES } from "#lib/contract.ts";
import { may, RIGHTS } from "#server/members/roles.ts";
import { DAY, event, MONDAY, THREAD } from "#test/domain/story.ts";
import { memberAt, send, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { directMember } from "./direct-member.ts";
import { Document } from "./fuzz/schema.ts";
import { PERMISSIONS, unknownToken } from "./permissions.ts";
import { secondWorkspace } from "./second-workspace.ts";

const NOW = MONDAY + 40 * DAY;
/** In everything that our workspace says of itself. */
const SECRET = "Zebra";
let server: TestServer;
let foreign: TestMember;

beforeAll(async () => {
  server = await startServer({ now: () => NOW });
  await server.countPage(THREAD.asset, `${SECRET} page`);
  const admin = await member("admin");
  const settings = await (await admin.request("/v1/settings")).json();
  await admin.request("/v1/settings", {
    method: "PUT",
    json: { ...settings, creators: [`${SECRET} creator`], adNames: { 7: `${SECRET} campaign` } },
  });
  await admin.push([
    event("outcome_tagged", MONDAY, { outcome: "unqualified", reason: `${SECRET} reason` }, {}),
  ]);
  const other = await secondWorkspace(server, { role: "admin", asset: THREAD.asset, now: NOW });
  foreign = other.member;
});
afterAll(() => server.stop());

const member = (role: Role): Promise<TestMember> =>
  directMember(server, { workspace: server.workspace, role, name: `${SECRET} ${role}`, now: NOW });

/** What our workspace holds, as one text a table. */
async function ours(): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(
    server.db,
  );
  const held: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ digest: string }>`
      select md5(string_agg(t::text, '' order by t::text)) as digest
      from ${sql.table(name)} t where workspace_id = ${server.workspace}`.execute(server.db);
    held[name] = rows[0]?.digest ?? "";
  }
  return held;
}

const tokensOf = ({ device }: TestMember) =>
  server.db
    .updateTable("tokens")
    .where("workspace_id", "=", server.workspace)
    .where("device_id", "=", device);

const codeOf = async (answer: Response) => [answer.status, ErrorBody.parse(await answer.json()).error.code];

describe("the routes", () => {
  it("are all asked here but for those that are open", async () => {
    const document = Document.parse(await (await fetch(`${server.url}/openapi.json`)).json());
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => ({ route: `${method} ${path}`, security })),
    );
    const closed = listed.filter(({ security }) => security !== undefined).map(({ route }) => route);
    expect(closed.toSorted()).toEqual(PERMISSIONS.map(({ route }) => route).toSorted());
    const open = listed.filter(({ security }) => security === undefined).map(({ route }) => route);
    for (const route of open) {
      const [method = "", path = ""] = route.split(" ");
      const answer = await send(server.url, path, { method, ...(method === "post" && { json: {} }) });
      expect([route, answer.status]).not.toEqual([route, 401]);
    }
  });
});

describe.each(PERMISSIONS)("$route", ({ right, status, ask }) => {
  it.each(ROLES)("by %s", async (role) => {
    const answer = await ask(await member(role), { victim: await member("rep") });
    const refused = answer.status < 400 ? null : ErrorBody.parse(await answer.json()).error;
    const wanted = may(role, right) ? [status, undefined] : [403, RIGHTS[right].sentence];
    expect([answer.status, refused?.message]).toEqual(wanted);
  });

  it("with no token, an unknown one, one that ended, one that was revoked, one of a person who left", async () => {
    const victim = await member("rep");
    const before = await ours();
    const anybody = { id: victim.id, device: victim.device };
    const nobody: TestMember = {
      ...victim,
      request: (path, init) => send(server.url, path, init),
    };
    expect(await codeOf(await ask(nobody, { victim }))).toEqual([401, "token_missing"]);
    for (const token of [unknownToken(server.workspace), "x", "rung_", `${foreign.token}x`])
      expect(await codeOf(await ask(memberAt(server.url, { ...anybody, token }), { victim }))).toEqual([
        401,
        "token_unknown",
      ]);
    expect(await ours()).toEqual(before);
    const [expired, revoked] = [await member("admin"), await member("admin")];
    await tokensOf(expired).set({ expires_at: NOW }).execute();
    await tokensOf(revoked).set({ revoked_at: NOW }).execute();
    const then = await ours();
    expect(await codeOf(await ask(expired, { victim }))).toEqual([401, "token_expired"]);
    expect(await codeOf(await ask(revoked, { victim }))).toEqual([401, "token_revoked"]);
    expect(await ours()).toEqual(then);
  });

  it("from another workspace neither changes nor tells anything of ours", async () => {
    const victim = await member("rep");
    const before = await ours();
    const answer = await ask(foreign, { victim });
    const text = await answer.text();
    expect([status, 404]).toContain(answer.status);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(server.workspace);
    expect(await ours()).toEqual(before);
    await server.db
      .updateTable("tokens")
      .set({ revoked_at: null })
      .where("device_id", "=", foreign.device)
      .execute();
  });
});
