import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Glimpse } from "#lib/domain/thread.ts";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { GABE, NORA, open, reading, row } from "#test/overlay/readings.ts";

const NOW = Date.UTC(2026, 9, 5, 12);

let page: Mounted;
let told: Glimpse[][];
const pass = (ms: number) => page.settle(() => void vi.advanceTimersByTime(ms));
const show = async (...rows: ReturnType<typeof row>[]) => {
  await page.settle(() => page.overlay.read(reading(open(NORA), { rows })));
  await pass(4_000);
};

beforeEach(async () => {
  vi.useFakeTimers({
    now: NOW,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"],
  });
  told = [];
  const background = createBackground({ now: () => NOW });
  background.answer({
    glimpse({ rows }) {
      told.push(rows);
      return true;
    },
  });
  page = await mount(background, () => NOW);
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

describe("rows that pass by", () => {
  it("are told once each, with name and time alone, and only where it is certain whose they are", async () => {
    const nora = { ...row(document.createElement("div"), NORA), lastAt: NOW - 1_000 };
    const gabe = { ...row(document.createElement("div"), GABE), lastAt: NOW - 2_000 };
    const nobody = { ...gabe, thread: null };
    await show(nora, nobody);
    expect(told).toEqual([[{ thread: NORA, name: nora.name, lastAt: nora.lastAt }]]);
    await show({ ...nora, unread: true });
    expect(told).toHaveLength(1);
    await show(nora, gabe);
    expect(told[1]?.map(({ thread }) => thread)).toEqual([GABE]);
  });
});
