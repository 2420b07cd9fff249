import { beforeEach, describe, expect, it } from "vitest";
import { learn, recall } from "#lib/store/acquaintance.ts";
import { erase } from "#lib/store/erase.ts";
import { type ExportFrom, exportPart, inventory, LISTED } from "#lib/store/inventory.ts";
import { readSettings } from "#lib/store/kept.ts";
import { answerPageHere, pageState } from "#lib/store/page.ts";
import { savePairing } from "#lib/store/pairing.ts";
import { record } from "#lib/store/record.ts";
import { saveSettings } from "#lib/store/save-settings.ts";
import { me } from "#test/sync/team-server.ts";
import { type Device, device, draft, PAGE, thread } from "./device.ts";

const of = (number: number) => thread(String(number % 60));

let here: Device;
beforeEach(async () => {
  here = device();
  await answerPageHere(here, { asset: PAGE, name: null, counted: true });
  await record(
    here,
    Array.from({ length: 600 }, (_, number) => draft("closed", {}, { thread: of(number) })),
  );
  await learn(here, { thread: thread("7"), name: "Nora Lind", lastAt: null });
  await saveSettings(here, { ...(await readSettings(here)), creators: ["Ana"] });
  await savePairing(here, {
    server: "https://team.example",
    token: "a-secret-token",
    expiresAt: Number.MAX_SAFE_INTEGER,
    me,
  });
});

async function exported(): Promise<Map<string, string[]>> {
  const tables = new Map<string, string[]>();
  let from: ExportFrom | null = null;
  do {
    const { table, rows, next }: Awaited<ReturnType<typeof exportPart>> = await exportPart(here, from);
    tables.set(table, [...(tables.get(table) ?? []), ...rows]);
    from = next;
  } while (from !== null);
  return tables;
}

const counts = async () =>
  Object.fromEntries((await inventory(here)).map(({ table, rows }) => [table, rows]));

describe("what is stored", () => {
  it("is listed whole: every table of the database", () => {
    expect([...LISTED].toSorted()).toEqual(here.db.tables.map(({ name }) => name).toSorted());
  });

  it("is counted and weighed", async () => {
    expect(await counts()).toMatchObject({
      events: 600,
      outbox: 600,
      states: 60,
      acquaintances: 1,
      pairings: 1,
    });
    const [events] = await inventory(here);
    const written = (await here.db.events.toArray()).map((row) => JSON.stringify(row).length);
    expect(events?.bytes).toBe(written.reduce((sum, bytes) => sum + bytes, 0));
  });

  it("is exported in parts, each row once, and never with the token", async () => {
    const tables = await exported();
    expect(new Set(tables.get("events")).size).toBe(600);
    expect(tables.get("acquaintances")?.join()).toContain("Nora Lind");
    const all = [...tables.values()].flat().join("\n");
    expect(all).not.toContain("a-secret-token");
    expect(all).toContain("team.example");
  });

  it("is erased: what is known of customers alone, or everything", async () => {
    await erase(here, "conversations");
    expect(await recall(here, PAGE)).toEqual([]);
    expect(await counts()).toMatchObject({
      events: 0,
      outbox: 0,
      states: 0,
      refused: 0,
      pairings: 1,
      pages: 1,
    });
    expect((await readSettings(here)).creators).toEqual(["Ana"]);
    await erase(here, "everything");
    expect(Object.values(await counts()).every((rows) => rows === 0)).toBe(true);
    expect(await pageState(here, PAGE)).toBe("unknown");
  });
});
