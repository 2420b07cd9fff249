import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#server/app.ts";
import { DAY, event, MONDAY, THREAD } from "#test/domain/story.ts";
import { appDeps } from "#test/support/app-deps.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let kim: TestMember;
beforeAll(async () => {
  server = await startServer({ now: () => MONDAY + DAY });
  await server.countPage(THREAD.asset);
  kim = await server.addMember("admin", "Secret Kim");
});
afterAll(() => server.stop());

/** Every sample of the figures, by its name and labels as they are printed. */
async function samples(): Promise<Map<string, number>> {
  const answer = await fetch(`${server.url}/metrics`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    200,
    expect.stringContaining("text/plain"),
  ]);
  const lines = (await answer.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const cut = line.lastIndexOf(" ");
      return [line.slice(0, cut), Number(line.slice(cut + 1))];
    }),
  );
}

describe("/metrics", () => {
  it("counts requests by route and status, events by result, and knows queue, lag, pool and process", async () => {
    const tag = event("outcome_tagged", MONDAY, { outcome: "qualified" }, { device: kim.device });
    const first = await (await kim.request("/v1/changes")).json();
    await kim.push([tag]);
    await kim.push([tag, { id: "none" }]);
    await kim.request(`/v1/changes?after=${first.cursor}&wait=5`);
    await kim.request(`/v1/pages/${THREAD.asset}`, { method: "PUT", json: { name: null, counted: true } });
    await kim.request("/v1/nowhere/4711");
    const found = await samples();
    const of = (name: string) => found.get(name);
    expect(of('rung_request_seconds_count{method="POST",route="/v1/events",status="200"}')).toBe(2);
    expect(of('rung_request_seconds_count{method="PUT",route="/v1/pages/:asset",status="200"}')).toBe(1);
    expect(of('rung_events_total{result="accepted"}')).toBe(1);
    expect(of('rung_events_total{result="duplicate"}')).toBe(1);
    expect(of('rung_events_total{result="rejected"}')).toBe(1);
    expect(of("rung_ingest_seconds_count")).toBe(2);
    // A tag of Monday, pushed a day later.
    expect(of("rung_outbox_age_seconds_sum")).toBe((2 * DAY) / 1_000);
    expect(of("rung_feed_lag_seconds_count")).toBe(1);
    expect(of('rung_pool_connections{state="total"}')).toBeGreaterThan(0);
    expect(of('rung_jobs{queue="retention",state="waiting"}')).toBe(0);
    expect(of("process_resident_memory_bytes")).toBeGreaterThan(1e6);
    const names = [...found.keys()].join("\n");
    for (const secret of [kim.token, kim.id, kim.device, server.workspace, THREAD.asset, "4711", "Secret"])
      expect(names).not.toContain(secret);
  });

  it("is for this machine alone, and not through a proxy on it", async () => {
    for (const header of ["x-forwarded-for", "forwarded", "via", "x-real-ip"]) {
      const answer = await fetch(`${server.url}/metrics`, { headers: { [header]: "127.0.0.1" } });
      expect([answer.status, (await answer.json()).error.code]).toEqual([403, "not_this_machine"]);
    }
    const nowhere = await createApp(appDeps({ db: server.db })).request("/metrics");
    expect(nowhere.status).toBe(403);
  });

  it("is for whoever shows the token where one is set", async () => {
    const app = createApp(appDeps({ db: server.db, metricsToken: "sixteen-letters-" }));
    const ask = async (authorization?: string) =>
      (await app.request("/metrics", { headers: authorization === undefined ? {} : { authorization } }))
        .status;
    expect(await ask("Bearer sixteen-letters-")).toBe(200);
    expect([await ask(), await ask("Bearer sixteen-letters"), await ask(`Bearer ${kim.token}`)]).toEqual([
      403, 403, 403,
    ]);
  });
});
