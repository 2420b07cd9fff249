import { beforeEach, expect, it } from "vitest";
import type { Draft } from "#lib/domain/event.ts";
import { macroUses } from "#lib/store/macro-uses.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { record } from "#lib/store/record.ts";
import { type Device, device, draft, MORNING, PAGE, thread } from "./device.ts";

let here: Device;
beforeEach(async () => {
  here = device();
  await answerPageHere(here, { asset: PAGE, name: null, counted: true });
});

const inserted = (macro: string, where: { at?: number; id?: string } = {}): Draft =>
  draft("macro_inserted", { macro }, { thread: thread(where.id ?? "7"), at: where.at ?? MORNING });

it("counts the insertions that stand, of every conversation, and nothing else", async () => {
  const gone = inserted("thanks", { id: "8" });
  await record(here, [
    inserted("thanks", { at: MORNING - 60_000 }),
    inserted("thanks"),
    inserted("eta"),
    gone,
  ]);
  await record(here, [draft("closed", {}), draft("withdrawn", { target: gone.id }, { thread: thread("8") })]);
  expect(await macroUses(here)).toEqual({
    thanks: { mine: 2, all: 2, lastAt: MORNING },
    eta: { mine: 1, all: 1, lastAt: MORNING },
  });
});

it("tells a colleague's from this device's own", async () => {
  await record(here, [inserted("thanks")]);
  const [row] = await here.db.events.toArray();
  if (!row) throw new Error("Nothing was recorded.");
  await here.db.events.put({
    ...row,
    event: { ...row.event, device: "22222222-2222-4222-8222-222222222222" },
  });
  expect(await macroUses(here)).toMatchObject({ thanks: { mine: 0, all: 1 } });
});
