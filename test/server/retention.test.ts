import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AuditPage, Changes, Me, ScorecardAnswer } from "#lib/contract.ts";
import { applyRetention } from "#server/privacy/apply-retention.ts";
import { DAY, event, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const clock = { now: MONDAY + DAY };
const QUIET = { ...THREAD, id: "100000000000001" };
const LIVELY = { ...THREAD, id: "100000000000002" };

let server: TestServer;
let admin: TestMember;
let rep: TestMember;
beforeAll(async () => {
  server = await startServer({ now: () => clock.now });
  await server.countPage(THREAD.asset);
  admin = await server.addMember("admin");
  rep = await server.addMember("rep");
});
afterAll(() => server.stop());

const wrote = (thread: typeof THREAD, at: number) =>
  event(
    "message_seen",
    at,
    { key: `mid.${thread.id}.${at}`, sender: "customer" },
    { thread, device: rep.device },
  );
const tagged = (thread: typeof THREAD, at: number) =>
  event("outcome_tagged", at, { outcome: "qualified" }, { thread, device: rep.device });
const figures = async () =>
  ScorecardAnswer.parse(
    await (await admin.request("/v1/scorecard?from=2026-11-01&to=2026-12-31&by=day")).json(),
  ).total.tally;
const threads = async () =>
  (await server.db.selectFrom("threads").select("thread_id").orderBy("thread_id").execute()).map(
    ({ thread_id }) => thread_id,
  );
const save = (json: object) => admin.request("/v1/policy", { method: "PUT", json });

describe("retention by age", () => {
  it("is off until an administrator says an age, which every member is told by the feed", async () => {
    const first = Changes.parse(await (await rep.request("/v1/changes")).json());
    expect(first.me?.workspace.policy).toEqual({ retentionDays: null, figuresPerPerson: null });
    expect((await save({})).status).toBe(400);
    expect((await save({ retentionDays: 29 })).status).toBe(400);
    const next = rep.request(`/v1/changes?after=${first.cursor}&wait=20`);
    expect(await (await save({ figuresPerPerson: false })).json()).toEqual({
      retentionDays: null,
      figuresPerPerson: false,
    });
    const told = Changes.parse(await (await next).json());
    expect(told.me?.workspace.policy.figuresPerPerson).toBe(false);
    expect(Me.parse(await (await rep.request("/v1/me")).json()).workspace.policy).toEqual(
      told.me?.workspace.policy,
    );
  });

  it("forgets by a job whoever was silent for so long, and leaves figures and everybody else", async () => {
    await rep.push([wrote(QUIET, MONDAY), tagged(QUIET, MONDAY + 1), wrote(LIVELY, MONDAY)]);
    clock.now = MONDAY + 31 * DAY;
    await rep.push([wrote(LIVELY, clock.now - DAY)]);
    const before = await figures();
    expect(before).toMatchObject({ all: 3 });
    await save({ retentionDays: 30 });
    await expect.poll(threads).not.toContain(QUIET.id);
    expect(await threads()).toEqual([LIVELY.id, expect.stringMatching(/^erased-/)]);
    expect(await figures()).toEqual(before);
    const left = await server.db.selectFrom("events").select("thread_id").distinct().execute();
    expect(left.map(({ thread_id }) => thread_id).toSorted()).toEqual(await threads());
    const { entries } = AuditPage.parse(await (await admin.request("/v1/audit")).json());
    expect(entries.slice(0, 3)).toMatchObject([
      { action: "retention_applied", member: null, subject: { threads: 1, events: 2, retentionDays: 30 } },
      { action: "policy_saved", member: admin.id, subject: { retentionDays: 30 } },
      { action: "policy_saved", subject: { figuresPerPerson: false } },
    ]);
  });

  it("knows anew whoever comes back, forgets nobody twice, and is begun again where it was cut off", async () => {
    expect(await rep.push([wrote(QUIET, clock.now)])).toMatchObject([{ result: "accepted" }]);
    const ctx = { db: server.db, workspace: server.workspace, member: null, role: "admin" as const };
    const run = (now: number, signal = new AbortController().signal) =>
      applyRetention({ ctx: { ...ctx, now }, signal });
    expect(await run(clock.now)).toEqual({ threads: 0, events: 0 });
    await expect(run(clock.now + 40 * DAY, AbortSignal.abort())).rejects.toThrow(/abort/);
    expect(await run(clock.now + 40 * DAY)).toEqual({ threads: 2, events: 3 });
    expect(await threads()).toEqual(Array(3).fill(expect.stringMatching(/^erased-/)));
    await save({ retentionDays: null });
    expect(await run(clock.now + 400 * DAY)).toEqual({ threads: 0, events: 0 });
  });
});
