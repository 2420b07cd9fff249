import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import { DataExport } from "#lib/contract.ts";
import { DEFAULT_SETTINGS } from "#lib/domain/settings.ts";
import type { Right } from "#server/members/roles.ts";
import { event, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";

/** What a request may name: somebody of our workspace who is there to be removed. */
export interface Named {
  victim: TestMember;
}

/** A route behind a token: the right that it takes, its status for those who have it, and a good request. */
export interface Permission {
  route: string;
  right: Right;
  status: number;
  ask: (member: TestMember, named: Named) => Promise<Response>;
}

const CSV = [
  "Campaign name,Ad ID,Day,Amount spent (USD),Reporting starts,Reporting ends",
  "Summer,120210000000000001,2026-11-16,10.00,2026-11-16,2026-11-16",
].join("\n");
const csv = { method: "POST", headers: { "content-type": "text/csv" }, body: CSV };
const sales = { ...csv, body: "ref,date,amount,currency\nA-1,2026-11-16,10.00,USD" };

const row = (route: string, right: Right, status: number, ask: Permission["ask"]): Permission => ({
  route,
  right,
  status,
  ask,
});

/** Of one who may not read them, the settings as nobody changed them. */
async function newestSettings(member: TestMember): Promise<object> {
  const answer = await member.request("/v1/settings");
  return answer.ok ? answer.json() : DEFAULT_SETTINGS;
}

const unfinished = async (member: TestMember): Promise<number> =>
  DataExport.array()
    .parse(await (await member.request("/v1/exports")).json())
    .filter(({ state }) => state !== "ready").length;

export const PERMISSIONS: Permission[] = [
  row("get /v1/me", "tag", 200, (m) => m.request("/v1/me")),
  row("delete /v1/me/device", "tag", 204, (m) => m.request("/v1/me/device", { method: "DELETE" })),
  row("post /v1/me/device/token", "tag", 200, (m) => m.request("/v1/me/device/token", { method: "POST" })),
  row("post /v1/events", "tag", 200, (m) => {
    const events = [event("outcome_tagged", MONDAY, { outcome: "qualified" }, { device: m.device })];
    return m.request("/v1/events", { json: { device: m.device, sentAt: MONDAY, events } });
  }),
  row("get /v1/changes", "tag", 200, (m) => m.request("/v1/changes")),
  row("post /v1/presence", "tag", 200, (m) =>
    m.request("/v1/presence", { json: { threads: [{ thread: THREAD, typing: false }] } }),
  ),
  row("get /v1/sources", "tag", 200, (m) => m.request("/v1/sources")),
  row("get /v1/settings", "tag", 200, (m) => m.request("/v1/settings")),
  row("put /v1/settings", "settings", 200, async (m) =>
    m.request("/v1/settings", { method: "PUT", json: await newestSettings(m) }),
  ),
  row("get /v1/scorecard", "seeRates", 200, (m) =>
    m.request("/v1/scorecard?from=2026-11-16&to=2026-11-16&by=campaign"),
  ),
  row("get /v1/scorecard/as-known", "seeRates", 200, (m) =>
    m.request("/v1/scorecard/as-known?from=2026-11-16&to=2026-11-16&by=campaign&on=2026-11-20"),
  ),
  row("post /v1/spend/check", "spend", 200, (m) => m.request("/v1/spend/check", csv)),
  row("post /v1/spend/imports", "spend", 200, (m) =>
    m.request("/v1/spend/imports?account=A&timeZone=UTC", csv),
  ),
  row("get /v1/spend/accounts", "spend", 200, (m) => m.request("/v1/spend/accounts")),
  row("post /v1/sales/check", "sales", 200, (m) => m.request("/v1/sales/check", sales)),
  row("post /v1/sales/imports", "sales", 200, (m) => m.request("/v1/sales/imports", sales)),
  row("put /v1/ad-names/{adId}", "settings", 200, (m) =>
    m.request("/v1/ad-names/1", { method: "PUT", json: { campaign: "S" } }),
  ),
  row("put /v1/pages/{asset}", "pages", 200, (m) =>
    m.request(`/v1/pages/${THREAD.asset}`, { method: "PUT", json: { name: null, counted: true } }),
  ),
  row("put /v1/policy", "policy", 200, (m) =>
    m.request("/v1/policy", { method: "PUT", json: { figuresPerPerson: true } }),
  ),
  row("post /v1/pairings", "people", 201, (m) =>
    m.request("/v1/pairings", { json: { name: "Kim", role: "rep" } }),
  ),
  row("get /v1/members", "people", 200, (m) => m.request("/v1/members")),
  row("put /v1/members/{member}/role", "people", 204, (m, { victim }) =>
    m.request(`/v1/members/${victim.id}/role`, { method: "PUT", json: { role: "support" } }),
  ),
  row("delete /v1/members/{member}", "people", 204, (m, { victim }) =>
    m.request(`/v1/members/${victim.id}`, { method: "DELETE" }),
  ),
  row("delete /v1/devices/{device}", "people", 204, (m, { victim }) =>
    m.request(`/v1/devices/${victim.device}`, { method: "DELETE" }),
  ),
  row("post /v1/erasures", "data", 200, (m) =>
    m.request("/v1/erasures", { json: { person: "100000000000099" } }),
  ),
  row("get /v1/exports/conversations.csv", "data", 200, (m) => m.request("/v1/exports/conversations.csv")),
  row("post /v1/exports", "data", 202, async (m) => {
    const answer = await m.request("/v1/exports", { method: "POST" });
    // The job writes too: what comes next begins when it is done.
    if (answer.ok) await vi.waitUntil(async () => (await unfinished(m)) === 0, { timeout: 20_000 });
    return answer;
  }),
  row("get /v1/exports", "data", 200, (m) => m.request("/v1/exports")),
  row("post /v1/exports/person", "data", 200, (m) =>
    m.request("/v1/exports/person", { json: { person: "100000000000099" } }),
  ),
  row("get /v1/audit", "people", 200, (m) => m.request("/v1/audit")),
];

/** A token that nobody was given. */
export const unknownToken = (workspace: string): string =>
  `rung_${Buffer.concat([Buffer.from(workspace.replaceAll("-", ""), "hex"), Buffer.from(randomUUID().slice(0, 32))]).toString("base64url")}`;
