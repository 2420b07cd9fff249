import { beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "#lib/domain/outcome.ts";
import { heldSpend } from "#lib/store/held-spend.ts";
import { importSpend } from "#lib/store/import-spend.ts";
import { readSettings } from "#lib/store/kept.ts";
import { localScorecard } from "#lib/store/local-scorecard.ts";
import { look } from "#lib/store/look.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { record } from "#lib/store/record.ts";
import { saveSettings } from "#lib/store/save-settings.ts";
import { readThread } from "#lib/store/thread-log.ts";
import { type Device, device, draft, MORNING, PAGE, thread } from "./device.ts";

const DAY = "2026-11-14";
const HEADINGS = "Reporting starts,Reporting ends,Day,Campaign name,Amount spent (USD)";
const csv = (...rows: string[]) => [HEADINGS, ...rows].join("\n");
const row = (day: string, amount: string, campaign = "Hoodie") =>
  `${day},${day},${day},${campaign},${amount}`;
const MAIN = { name: "Main", timeZone: "UTC" };

let here: Device;
beforeEach(async () => {
  here = device();
  await answerPageHere(here, { asset: PAGE, name: null, counted: true });
});

/** A customer writes, and the conversation is tagged with its campaign. */
async function converse(id: string, outcome: Outcome | null, asset = PAGE): Promise<void> {
  const of = thread(id, asset);
  const message = { key: `m_${id}`, at: MORNING, precision: "second", sender: "customer" } as const;
  await look(here, { thread: of, messages: [message], beginning: true });
  const source = { kind: "campaign", campaign: "Hoodie" } as const;
  await record(here, [draft("source_attributed", { source, method: "chosen" }, { thread: of })]);
  if (outcome) await record(here, [draft("outcome_tagged", { outcome }, { thread: of })]);
}

const total = async (from = DAY, to = DAY) => (await localScorecard(here, { from, to, by: "none" })).total;

const seen = (key: string, at: number, sender: "customer" | "unknown") =>
  ({ key, at, precision: "second", sender }) as const;

describe("alone in the browser", () => {
  it("computes the ladder from its own conversations and spend", async () => {
    for (let number = 0; number < 40; number++)
      await converse(String(number), number < 16 ? "qualified" : "unqualified");
    await importSpend(here, csv(row(DAY, "600.00")), MAIN);
    const { ladder, tally } = await total();
    expect(tally).toMatchObject({ all: 40, started: 40, qualified: 16, tagged: 40 });
    expect(ladder.rungs.costPerQualified.attributed).toMatchObject({
      value: 3_750,
      numerator: 60_000,
      denominator: 16,
      state: "ok",
    });
    expect(ladder.rungs.costPerMessage.blended.value).toBe(1_500);
  });

  it("counts a day in the zone of the settings, and no other day", async () => {
    await converse("1", "qualified");
    expect((await total("2026-11-13", "2026-11-13")).tally.all).toBe(0);
    await saveSettings(here, { ...(await readSettings(here)), timeZone: "Pacific/Honolulu" });
    expect((await total("2026-11-13", "2026-11-13")).tally.all).toBe(1);
    expect((await total()).tally.all).toBe(0);
  });

  it("leaves out a Page that is no longer counted", async () => {
    await converse("1", "qualified");
    await answerPageHere(here, { asset: PAGE, name: null, counted: false });
    expect((await total()).tally.all).toBe(0);
  });
});

describe("spend", () => {
  it("changes nothing when it is imported twice, and replaces the days that a later file covers", async () => {
    const file = csv(row("2026-11-13", "10.00"), row(DAY, "20.00"));
    await importSpend(here, file, MAIN);
    const again = await importSpend(here, file, { ...MAIN, name: " main " });
    expect(again).toMatchObject({ unchanged: true, replaced: [] });
    const later = await importSpend(here, csv(row(DAY, "25.50")), MAIN);
    expect(later.replaced).toEqual([{ from: DAY, to: DAY, rows: 1, amountMinor: 2_000 }]);
    expect(await heldSpend(here)).toMatchObject([
      {
        from: "2026-11-13",
        to: DAY,
        rows: 2,
        amountMinor: 3_550,
        account: { name: "Main", currency: "USD" },
      },
    ]);
  });

  it("imports nothing of a file with one bad row, and names the row", async () => {
    const file = csv(row(DAY, "20.00"), row("2026-11-15", "12x"));
    await expect(importSpend(here, file, MAIN)).rejects.toMatchObject({
      code: "spend_file",
      fields: { "problems.0": expect.stringContaining("row 3") },
    });
    expect(await heldSpend(here)).toEqual([]);
  });

  it("refuses another currency for an account, and keeps what it had", async () => {
    await importSpend(here, csv(row(DAY, "20.00")), MAIN);
    const euros = csv(row(DAY, "5.00")).replace("USD", "EUR");
    await expect(importSpend(here, euros, MAIN)).rejects.toMatchObject({ code: "other_currency" });
    expect((await heldSpend(here))[0]?.amountMinor).toBe(2_000);
  });
});

describe("settings", () => {
  it("refuses to save over a newer version, and names a field that is wrong", async () => {
    const first = await readSettings(here);
    const saved = await saveSettings(here, { ...first, creators: ["Ana"] });
    await expect(saveSettings(here, { ...first, creators: ["Bo"] })).rejects.toMatchObject({
      code: "settings_newer",
    });
    await expect(saveSettings(here, { ...saved, timeZone: "Mars/Olympus" })).rejects.toMatchObject({
      code: "settings_invalid",
      fields: { timeZone: "must be an IANA time zone" },
    });
    await expect(saveSettings(here, { ...saved, currency: "ZZZ" })).rejects.toMatchObject({
      fields: { currency: "must be the code of a currency, like USD" },
    });
    expect(await readSettings(here)).toMatchObject({ version: 1, creators: ["Ana"] });
  });

  it("fills what an older version did not know with its default", async () => {
    const { macros: _macros, ...older } = await readSettings(here);
    await here.db.kept.put({ key: "settings", value: { ...older, creators: ["Ana"] } });
    expect(await readSettings(here)).toMatchObject({ creators: ["Ana"], macros: [{ id: "thanks" }, {}] });
  });

  it("folds anew the threads of a Page on which nothing answers automatically", async () => {
    const messages = [seen("m_1", MORNING - 60_000, "customer"), seen("m_2", MORNING, "unknown")];
    await look(here, { thread: thread("7"), messages, beginning: true });
    const firstAnswer = async () => (await here.db.states.toArray())[0]?.conversations[0]?.firstAnswerAt;
    expect(await firstAnswer()).toBeNull();
    await saveSettings(here, { ...(await readSettings(here)), manualPages: [PAGE] });
    expect(await firstAnswer()).toBe(MORNING);
    expect((await readThread(here, thread("7"))).events).not.toHaveLength(0);
  });
});
