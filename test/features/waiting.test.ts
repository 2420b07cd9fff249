import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compileHours } from "#lib/domain/calendar.ts";
import { dueAtLatest } from "#lib/domain/response-due.ts";
import { DEFAULT_TARGETS } from "#lib/domain/response-target.ts";
import type { SeenMessage } from "#lib/domain/observe.ts";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { customerWrote, GABE, NORA, open, reading, row, unsure } from "#test/overlay/readings.ts";

const MINUTE = 60_000;
/** A Monday; business hours are 9 to 17 in UTC, the target is 15 minutes. */
const NOON = Date.UTC(2026, 9, 5, 12);

let page: Mounted;
const read = (...given: Parameters<typeof reading>) =>
  page.settle(() => page.overlay.read(reading(...given)));
const pass = (ms: number) => page.settle(() => void vi.advanceTimersByTime(ms));
const shown = (selector: string) =>
  [...page.root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
const chip = () => shown(".wait .chip > span.cut")[0];
const classes = () => page.root.querySelector(".wait .chip")?.className ?? "";
const agent = (key: string, at: number): SeenMessage => ({ ...customerWrote(key, at), sender: "person" });

/** Shows the messages and waits until the background has said when they are due. */
async function show(messages: SeenMessage[], change: Parameters<typeof reading>[1] = {}): Promise<void> {
  await read(open(NORA, { messages }), change);
  await pass(100);
}

const element = () => document.createElement("div");
const waits = () => shown(".mark.time");
const rows = (...given: ReturnType<typeof row>[]) => show([customerWrote("a", NOON)], { rows: given });

beforeEach(async () => {
  vi.useFakeTimers({
    now: NOON,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  page = await mount();
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

describe("the waiting chip", () => {
  it("counts down to the target of the oldest message without an answer", async () => {
    await show([customerWrote("a", NOON - 4 * MINUTE), customerWrote("b", NOON - MINUTE)]);
    expect(chip()).toBe("11:00 to answer");
    await pass(48_000);
    expect(chip()).toBe("10:12 to answer");
    expect(classes()).toContain("calm");
  });

  it("is marked when the time is nearly over, and says by how much it is over", async () => {
    await show([customerWrote("a", NOON - 12.5 * MINUTE)]);
    expect(classes()).toContain("soon");
    await pass(2.5 * MINUTE);
    expect(chip()).toBe("0:00 to answer");
    await pass(9 * MINUTE);
    expect(chip()).toBe("9 min over");
    expect(classes()).toContain("over");
  });

  it("names the hour where it is far off: business hours go on the next day", async () => {
    vi.setSystemTime(NOON + 5 * 60 * MINUTE);
    await show([customerWrote("a", NOON + 4.9 * 60 * MINUTE)]);
    expect(chip()).toMatch(/^Answer by Tue/);
  });

  it("says at least where the time is not exact, or the conversation not certain", async () => {
    const rough = { ...customerWrote("a", NOON - 120 * MINUTE), precision: "hour" as const };
    await show([rough]);
    expect(chip()).toBe("At least 1 h 45 min over");
    await read({ ...unsure(GABE, "Nora"), messages: [customerWrote("c", NOON - MINUTE)] });
    await pass(100);
    expect(chip()).toBe("Waiting at least 1 min");
    expect(classes()).toContain("estimated");
  });

  it("shows the messaging window where it closes before the target", async () => {
    page.background.answer({
      dues: ({ asked }) =>
        asked.map((one) => ({
          ...dueAtLatest(one, {
            hours: [
              { from: 0, value: compileHours({ timeZone: "UTC", weekly: { sun: [["09:00", "10:00"]] } }) },
            ],
            targets: [{ from: 0, value: DEFAULT_TARGETS }],
          }),
        })),
    });
    await show([customerWrote("a", NOON - 60 * MINUTE)]);
    expect(chip()).toBe("Window: 23 h left");
  });

  it("ends with a person's answer", async () => {
    await show([customerWrote("a", NOON - 10 * MINUTE), agent("b", NOON - 5 * MINUTE)]);
    expect(chip()).toBe("Answered 5 min ago");
  });

  it("with nobody waiting says when an outcome is nearly due", async () => {
    await show([customerWrote("a", NOON - 20 * 60 * MINUTE), agent("b", NOON - 19 * 60 * MINUTE)]);
    expect(chip()).toBe("4 h to tag");
    expect(classes()).toContain("soon");
  });

  it("does not know where nothing was read", async () => {
    await show([]);
    expect(chip()).toBe("Wait unknown");
  });

  it("asks again under other settings, and shows the old time until then", async () => {
    await show([customerWrote("a", NOON - 4 * MINUTE)]);
    page.background.answer({
      dues: ({ asked }) =>
        asked.map((one) => ({
          target: { seconds: 60, clock: "wall" },
          deadline: one.from + MINUTE,
          soonAt: null,
        })),
    });
    await page.settle(() => page.tell({ threads: [], settings: true }));
    expect(chip()).toBe("11:00 to answer");
    await pass(1_000);
    expect(chip()).toBe("3 min over");
  });
});

describe("why this time", () => {
  it("is told by a click, step by step", async () => {
    vi.setSystemTime(NOON + 5 * 60 * MINUTE);
    await show([customerWrote("a", NOON + 4.9 * 60 * MINUTE)]);
    await page.settle(() => page.root.querySelector<HTMLButtonElement>(".wait button")?.click());
    await pass(0);
    const text = page.root.querySelector(".panel")?.textContent ?? "";
    expect(text).toContain("The first answer within 15 min of business hours (default).");
    expect(shown(".why li span")).toEqual([
      "counting starts",
      expect.stringMatching(/^open until Mon .*: 6 min counted so far$/),
      expect.stringMatching(/^closed until Tue .*: after hours$/),
      expect.stringMatching(/^open until Tue .*: 15 min counted so far$/),
      "due",
    ]);
    expect(text).toContain("Times are those of UTC.");
  });
});

describe("a row of the list", () => {
  it("says at least from its own time, outlined, and over once that is sure", async () => {
    await rows(
      { ...row(element(), null), lastAt: NOON - 12 * MINUTE },
      { ...row(element(), null), lastAt: NOON - 24 * MINUTE },
      { ...row(element(), null), lastAt: NOON - 24 * MINUTE, lastSpeaker: "business" },
      { ...row(element(), null), lastAt: NOON - 24 * MINUTE, lastSpeaker: null },
    );
    expect(waits()).toEqual(["at least 12 min", "at least 9 min over"]);
    expect(page.root.querySelectorAll(".mark.time.estimated")).toHaveLength(2);
    expect(page.background.recorded).toEqual([]);
  });

  it("whose time is rough claims no more than is sure", async () => {
    await rows(
      { ...row(element(), null), lastAt: NOON - 180 * MINUTE, precision: "hour" },
      { ...row(element(), null), lastAt: NOON - 30 * MINUTE, precision: "hour" },
    );
    expect(waits()).toEqual(["at least 1 h 45 min over"]);
  });

  it("of a known conversation counts from its oldest message without an answer", async () => {
    await show([customerWrote("a", NOON - 11 * MINUTE), customerWrote("b", NOON - MINUTE)], {
      rows: [{ ...row(element(), NORA), lastAt: NOON - MINUTE }],
    });
    expect(waits()).toEqual(["4:00"]);
    expect(page.root.querySelector(".mark.time")?.className).not.toContain("estimated");
  });

  it("is silent on a Page that is not counted", async () => {
    page.end();
    page = await mount(createBackground({ page: "not_counted" }));
    await rows({ ...row(element(), null), lastAt: NOON - 12 * MINUTE });
    expect(waits()).toEqual([]);
  });
});
