import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PresenceAnswer } from "#lib/contract.ts";
import { createPresence } from "#server/presence/presence.ts";
import { THREAD } from "#test/domain/story.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { secondWorkspace } from "./second-workspace.ts";

let server: TestServer;
let second: TestServer;
let kim: TestMember;
let lee: TestMember;

beforeAll(async () => {
  server = await startServer();
  second = await startServer({ databaseUrl: server.databaseUrl });
  await server.countPage(THREAD.asset);
  kim = await server.addMember("rep", "Kim");
  lee = await server.addMember("rep", "Lee");
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});

interface Said {
  typing?: boolean;
  seen?: string;
  wait?: number;
  thread?: typeof THREAD;
}
const here = async (member: TestMember, { typing = false, thread = THREAD, ...rest }: Said = {}) => {
  const answer = await member.request("/v1/presence", { json: { threads: [{ thread, typing }], ...rest } });
  return PresenceAnswer.parse(await answer.json());
};
const gone = (member: TestMember) => member.request("/v1/presence", { json: { threads: [] } });
/** The same person, by another server of the same database. */
const elsewhere = (member: TestMember) => memberAt(second.url, member);

describe("who else has a conversation open", () => {
  it("is told at once, kept back while nothing changes, and ends when it is closed", async () => {
    const alone = await here(kim);
    expect(alone.others).toEqual([]);
    const waiting = here(kim, { seen: alone.seen, wait: 10 });
    expect((await here(lee)).others).toEqual([{ thread: THREAD, member: kim.id, typing: false }]);
    const both = await waiting;
    expect(both.others).toEqual([{ thread: THREAD, member: lee.id, typing: false }]);
    const typed = here(kim, { seen: both.seen, wait: 10 });
    await here(lee, { typing: true });
    const typing = await typed;
    expect(typing.others).toMatchObject([{ member: lee.id, typing: true }]);
    const left = here(kim, { seen: typing.seen, wait: 10 });
    await gone(lee);
    expect((await left).others).toEqual([]);
    await gone(kim);
  });

  it("is told across servers on one database, and stored in none of its tables", async () => {
    const began = performance.now();
    await here(lee);
    await expect.poll(async () => (await here(elsewhere(kim))).others).toMatchObject([{ member: lee.id }]);
    await expect.poll(async () => (await here(lee)).others).toMatchObject([{ member: kim.id }]);
    expect(performance.now() - began).toBeLessThan(2_000);
    await gone(lee);
    await expect.poll(async () => (await here(elsewhere(kim))).others).toEqual([]);
    await gone(elsewhere(kim));
  });

  it("is nobody of another workspace, nobody's own other device, and nobody on a Page that is not counted", async () => {
    const other = await secondWorkspace(server, { role: "admin", asset: THREAD.asset, now: Date.now() });
    await here(other.member);
    const uncounted = { ...THREAD, asset: "77" };
    await here(lee, { thread: uncounted });
    expect((await here(kim)).others).toEqual([]);
    expect((await here(kim, { thread: uncounted })).others).toEqual([]);
    await gone(kim);
  });
});

describe("a device that fell silent", () => {
  it("is gone after twenty seconds", () => {
    let now = 0;
    const presence = createPresence(() => now);
    const beat = { workspace: "w", member: "lee", device: "d", threads: [{ key: "k", typing: false }] };
    expect([presence.keep(beat), presence.keep(beat)]).toEqual([true, false]);
    now = 19_999;
    expect(presence.others("w", "kim", ["k"])).toHaveLength(1);
    now = 20_000;
    expect(presence.others("w", "kim", ["k"])).toEqual([]);
    expect(presence.keep(beat)).toBe(true);
  });
});
