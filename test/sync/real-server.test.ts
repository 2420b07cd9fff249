import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerPageHere, pageState } from "#lib/store/page.ts";
import { listPairings } from "#lib/store/pairing.ts";
import { record } from "#lib/store/record.ts";
import { readThread } from "#lib/store/thread-log.ts";
import { answerPageThere, saveSettingsThere } from "#lib/sync/change.ts";
import type { Wire } from "#lib/sync/exchange.ts";
import { lookAtPairing, pair } from "#lib/sync/pair.ts";
import { push, type Sync } from "#lib/sync/push.ts";
import { refresh } from "#lib/sync/refresh.ts";
import { sendSales } from "#lib/sync/sales.ts";
import { scorecardThere } from "#lib/sync/scorecard.ts";
import { importSpendThere, spendAccountsThere } from "#lib/sync/spend.ts";
import { makePairing } from "#server/members/make-pairing.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { device, draft, PAGE, thread } from "#test/store/device.ts";

const here = device(undefined, { now: Date.now() });
const wire: Wire = {
  fetch: (...asked) => fetch(...asked),
  now: here.now,
  signal: new AbortController().signal,
};
const sync: Sync = {
  store: here,
  wire,
  chance: () => 0.5,
  lock: (_name, work) => work(),
  changed: () => {},
};
const nora = thread("7");
const today = new Date(here.now()).toISOString().slice(0, 10);
const tag = draft("outcome_tagged", { outcome: "qualified" }, { at: here.now() });

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await answerPageHere(here, { asset: PAGE, name: "Sample Shop", counted: true });
}, 60_000);
afterAll(() => server.stop());

const code = async () => {
  const ctx = {
    db: server.db,
    workspace: server.workspace,
    member: null,
    role: "admin",
    now: here.now(),
  } as const;
  return (await makePairing({ ctx, input: { name: "Kim", role: "admin" } })).code;
};
async function paired() {
  const [pairing] = await listPairings(here);
  if (!pairing) throw new Error("not paired");
  return pairing;
}

describe("with a real server", () => {
  it("shows what a code pairs with, refuses a wrong one with its sentence, and uploads what was collected", async () => {
    await server.countPage(PAGE);
    await record(here, [tag]);
    const wrong = lookAtPairing(here, wire, { server: server.url, code: "AAAA-BBBBB-CCCCC" });
    await expect(wrong).rejects.toThrow("This pairing code is not valid");
    const asked = { server: server.url, code: await code() };
    expect(await lookAtPairing(here, wire, asked)).toMatchObject({
      member: { name: "Kim", role: "admin" },
      pages: [{ asset: PAGE, counted: true }],
      uploads: 1,
      spendHere: [],
      elsewhere: [],
    });
    const row = await pair(here, wire, { ...asked, deviceName: "Chrome on Linux" });
    await push(sync, row.id, { urgent: false });
    const log = await readThread(here, nora);
    expect(log.ways).toEqual({});
    expect(log.events).toMatchObject([{ id: tag.id, device: expect.any(String) }]);
    expect((await here.db.events.get(tag.id))?.event.member).toBe(row.member.id);
  });

  it("reads the workspace's settings and sources, saves settings, and answers for a Page", async () => {
    await refresh(here, wire, await paired());
    const { settings, sources } = await paired();
    if (!settings) throw new Error("no settings");
    expect(sources).toMatchObject({ creators: [] });
    await saveSettingsThere(here, wire, await paired(), { ...settings, creators: ["Ana"] });
    expect((await paired()).settings).toMatchObject({ creators: ["Ana"], version: settings.version + 1 });
    const stale = saveSettingsThere(here, wire, await paired(), { ...settings, creators: ["Bo"] });
    await expect(stale).rejects.toMatchObject({ code: "settings_newer" });
    await answerPageThere(here, wire, await paired(), { asset: "2002", name: "Second", counted: true });
    expect(await pageState(here, "2002")).toBe("counted");
  });

  it("imports spend there and reads the scorecard back", async () => {
    const csv = `Reporting starts,Reporting ends,Day,Campaign name,Amount spent (USD)\n${today},${today},${today},Hoodie,30.00\n`;
    const account = { name: "Main", timeZone: "UTC" };
    const imported = await importSpendThere(here, wire, await paired(), { csv, account });
    expect(imported).toMatchObject({ unchanged: false, summary: { totalMinor: 3_000, currency: "USD" } });
    expect(await spendAccountsThere(here, wire, await paired())).toMatchObject([{ name: "Main" }]);
    const card = await scorecardThere(here, wire, await paired(), { from: today, to: today, by: "none" });
    expect(card.total).toMatchObject({ spendMinor: 3_000, tally: { all: 1 } });
    expect(card.costsHidden).toBe(false);
  });

  it("compares a list of sales there, imports it once, and is told what is wrong with one", async () => {
    const csv = `thread,date,amount,currency\n${nora.id},${today},85.00,USD\n404,${today},1.00,USD`;
    const ask = async (as: "check" | "imports", list = csv) =>
      sendSales(here, wire, await paired(), { csv: list, as });
    const checked = await ask("check");
    expect(checked).toMatchObject({ recorded: 1, unmatched: [{ row: 3, thread: "404" }] });
    expect(await ask("imports")).toEqual(checked);
    expect(await ask("imports")).toMatchObject({ recorded: 0, unchanged: 1 });
    await expect(ask("imports", csv.replace("85.00", "lots"))).rejects.toMatchObject({
      code: "sales_file",
      fields: { "problems.0": expect.stringMatching(/^row 2, column “amount”/) },
    });
  });

  it("goes on alone once the device is revoked", async () => {
    const { token, id } = await paired();
    await fetch(`${server.url}/v1/me/device`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${token}` },
    });
    const later = draft("outcome_tagged", { outcome: "unqualified" }, { at: here.now() });
    await record(here, [later]);
    await push(sync, id, { urgent: false });
    expect((await paired()).revokedAt).not.toBeNull();
    expect((await readThread(here, nora)).ways).toEqual({ [later.id]: { state: "pending" } });
  });
});
