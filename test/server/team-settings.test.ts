import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFollowing } from "#lib/background/following.ts";
import { defaultHours } from "#lib/domain/response-settings.ts";
import { DEFAULT_TARGETS } from "#lib/domain/response-target.ts";
import { DEFAULT_SETTINGS, Settings } from "#lib/domain/settings.ts";
import { ANCHOR_PACK } from "#lib/inbox/anchors-pack.ts";
import { pause } from "#lib/pause.ts";
import { RIGHTS } from "#server/members/roles.ts";
import type { TestMember } from "#test/support/member.ts";
import { temporaryFolder } from "#test/support/postgres.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { type PairedDevice, pairDevice } from "./device.ts";
import { runCli } from "./run-cli.ts";

const over = new AbortController();
let server: TestServer;
let admin: TestMember;
let manager: TestMember;
let devices: PairedDevice[];
/** How long each took to come to the slower of two devices, ms; what is asked of them is two seconds. */
const took = new Map<string, number>();

beforeAll(async () => {
  server = await startServer();
  admin = await server.addMember("admin");
  manager = await server.addMember("manager");
  devices = [
    await pairDevice(server, "rep", { signal: over.signal }),
    await pairDevice(server, "manager", { signal: over.signal }),
  ];
  for (const { sync } of devices) await startFollowing({ sync, pause })();
});
afterAll(async () => {
  const times = [...took].map(([what, ms]) => `${what} ${Math.round(ms)}`).join(", ");
  process.stdout.write(`Settings reached two devices after, in ms: ${times}\n`);
  over.abort();
  await server.stop();
});

const read = async (member: TestMember): Promise<Settings> =>
  Settings.parse(await (await member.request("/v1/settings")).json());
const save = (member: TestMember, settings: object): Promise<Response> =>
  member.request("/v1/settings", { method: "PUT", json: settings });
/** What devices that have an inbox open hold soon after, without asking for it. */
async function arrives(what: string, wanted: Partial<Settings>): Promise<void> {
  const began = performance.now();
  for (const { pairing } of devices)
    await expect
      .poll(async () => (await pairing()).settings, { interval: 20, timeout: 20_000 })
      .toMatchObject(wanted);
  took.set(what, performance.now() - began);
}
const rung = (...args: string[]) => runCli(["anchors", ...args], { DATABASE_URL: server.databaseUrl });

describe("what a team says of itself comes to every device with an open inbox", () => {
  it.each<[string, Partial<Settings>]>([
    ["the checklist", { checklist: { version: 2, criteria: ["Size known"] } }],
    ["reasons", { reasons: ["too_far"] }],
    ["macros", { macros: [{ id: "m", name: "Sizes", folder: null, template: "Which size?" }] }],
    ["keyword rules", { keywords: [] }],
    ["hours", { hours: [{ from: 0, value: defaultHours("Europe/Berlin") }] }],
    ["targets", { targets: [{ from: 0, value: DEFAULT_TARGETS }] }],
    ["goals", { goals: { ...DEFAULT_SETTINGS.goals, replyRate: 0.8 } }],
    ["Pages without automatic answers", { manualPages: ["9000000000000001"] }],
  ])("%s", async (what, change) => {
    expect((await save(manager, { ...(await read(manager)), ...change })).status).toBe(200);
    await arrives(what, change);
  });

  it("anchors, which only administrators give", async () => {
    const anchors = { ...structuredClone(ANCHOR_PACK), revision: "team-7" };
    const refused = await save(manager, { ...(await read(manager)), anchors });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain(RIGHTS.anchors.sentence);
    expect((await save(admin, { ...(await read(admin)), anchors })).status).toBe(200);
    await arrives("anchors", { anchors });
    // A manager changes something else without touching them.
    expect((await save(manager, { ...(await read(manager)), reasons: ["no_need"] })).status).toBe(200);
    await arrives("reasons beside anchors", { anchors, reasons: ["no_need"] });
  });

  it("nothing of a pack that says more than where", async () => {
    const anchors = {
      ...ANCHOR_PACK,
      anchors: { ...ANCHOR_PACK.anchors, row: [{ id: "x", path: [{ tag: "*" }] }] },
    };
    const refused = await save(admin, { ...(await read(admin)), anchors });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("see row, alternative 1");
  });
});

describe("rung anchors", { timeout: 180_000 }, () => {
  it("gives every device a pack, refuses one that cannot be used with its place, and goes back", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "anchors.json");
    await writeFile(file, JSON.stringify({ ...ANCHOR_PACK, revision: "team-8" }));
    expect((await rung("set", file)).code).toBe(0);
    await arrives("anchors by command", { anchors: { ...structuredClone(ANCHOR_PACK), revision: "team-8" } });
    await writeFile(file, JSON.stringify({ ...ANCHOR_PACK, version: 2 }));
    expect(await rung("set", file)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("see version"),
    });
    expect((await rung("reset")).code).toBe(0);
    await arrives("no anchors", { anchors: null });
    await rm(folder, { recursive: true });
  });
});
