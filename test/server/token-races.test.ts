import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TokenRotated } from "#lib/contract.ts";
import { HOUR, MONDAY } from "#test/domain/story.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const clock = { now: MONDAY };
let server: TestServer;
let admin: TestMember;

beforeAll(async () => {
  server = await startServer({ now: () => clock.now });
  admin = await server.addMember("admin", "Ada");
});
afterAll(() => server.stop());

const TIMES = 30;
const rotate = (member: TestMember) => member.request("/v1/me/device/token", { method: "POST" });
const status = async (member: TestMember) => (await member.request("/v1/me")).status;
/** The device with the token that a change gave it; null where the change was refused. */
const renewed = async (member: TestMember, changed: Response): Promise<TestMember | null> =>
  changed.ok
    ? memberAt(server.url, { ...member, token: TokenRotated.parse(await changed.json()).token })
    : null;

describe("a token that is changed at the moment", () => {
  it.each([
    ["its device is revoked", (member: TestMember) => `/v1/devices/${member.device}`],
    ["its person is removed", (member: TestMember) => `/v1/members/${member.id}`],
  ])("%s opens nothing afterwards, the new one no more than the old", async (_, path) => {
    const left: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      // An address redeems so many codes a minute.
      clock.now += HOUR;
      const member = await server.addMember("rep");
      const end = () => admin.request(path(member), { method: "DELETE" });
      const [changed, ended] =
        time % 2 === 0
          ? await Promise.all([rotate(member), end()])
          : await Promise.all([end(), rotate(member)]).then(([a, b]) => [b, a] as const);
      expect(ended.status).toBe(204);
      const fresh = await renewed(member, changed);
      left.push(await status(member), fresh ? await status(fresh) : 401);
    }
    expect(new Set(left)).toEqual(new Set([401]));
  });
});
