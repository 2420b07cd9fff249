import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBackground, type FakeBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { customerWrote, GABE, NORA, open, reading } from "#test/overlay/readings.ts";

const NOON = Date.UTC(2026, 9, 5, 12);

let page: Mounted;
let background: FakeBackground;
beforeEach(async () => {
  vi.useFakeTimers({ now: NOON });
  background = createBackground();
  page = await mount(background);
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

const pass = (ms: number) => page.settle(() => void vi.advanceTimersByTime(ms));
const shows = (thread: typeof NORA, key: string) =>
  reading(open(thread, { messages: [customerWrote(key, NOON - 60_000)] }));
const told = () => background.looks.map(({ thread, messages }) => [thread.id, messages[0]?.key]);

describe("what is told of the open conversation", () => {
  it("is told once the page has said the same for a while", async () => {
    await page.settle(() => page.overlay.read(shows(NORA, "m1")));
    await pass(300);
    expect(told()).toEqual([]);
    await pass(400);
    expect(told()).toEqual([[NORA.id, "m1"]]);
    await pass(5_000);
    expect(told()).toHaveLength(1);
  });

  it("is what the page shows then, not what was read of it before", async () => {
    await page.settle(() => page.overlay.read(shows(NORA, "m1")));
    page.turn(shows(NORA, "m2"));
    await pass(700);
    expect(told()).toEqual([[NORA.id, "m2"]]);
  });

  it("is not told where another conversation has come up since", async () => {
    await page.settle(() => page.overlay.read(shows(NORA, "m1")));
    page.turn(shows(GABE, "g1"));
    await pass(650);
    expect(told()).toEqual([]);
    await pass(700);
    expect(told()).toEqual([[GABE.id, "g1"]]);
  });
});
