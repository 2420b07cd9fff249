import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AuditPage, Member } from "#lib/contract.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { runCli } from "./run-cli.ts";

let server: TestServer;
let kim: TestMember;
let lee: TestMember;

beforeAll(async () => {
  server = await startServer();
  kim = await server.addMember("rep", "Kim");
  lee = await server.addMember("manager", "Lee");
});
afterAll(() => server.stop());

const rung = (...args: string[]) => runCli(args, { DATABASE_URL: server.databaseUrl });

describe("rung people", () => {
  it("lists everybody with their devices, ends a device's access, and a person's", async () => {
    const listed = await rung("people");
    expect(listed.stdout).toBe(
      [
        `${kim.id}  Kim (rep)`,
        `  ${kim.device}  Test`,
        `${lee.id}  Lee (manager)`,
        `  ${lee.device}  Test`,
        "",
      ].join("\n"),
    );
    expect((await rung("people", "revoke", kim.device)).code).toBe(0);
    expect((await kim.request("/v1/me")).status).toBe(401);
    expect((await rung("people", "remove", lee.id)).code).toBe(0);
    expect((await lee.request("/v1/me")).status).toBe(401);
    const after = Member.array().parse(JSON.parse((await rung("people", "list", "--json")).stdout));
    expect(after.map(({ name, devices, removedAt }) => [name, devices.length, removedAt !== null])).toEqual([
      ["Kim", 0, false],
      ["Lee", 0, true],
    ]);
    const { entries } = AuditPage.parse(JSON.parse((await rung("audit", "--json")).stdout));
    expect(entries.slice(0, 2).map(({ action, member }) => [action, member])).toEqual([
      ["member_removed", null],
      ["device_revoked", null],
    ]);
    expect((await rung("audit")).stdout).toMatch(/device_revoked .*by the command line/);
  });

  it("says which word is no id, and which names nobody", async () => {
    expect(await rung("people", "remove", "Kim")).toMatchObject({
      code: 1,
      stdout: "",
      stderr: "--id must be an id as `rung people` prints it.\n",
    });
    const nobody = await rung("people", "revoke", crypto.randomUUID());
    expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining("no such device") });
  });
});
