import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SeenMessage } from "#lib/domain/observe.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { customerWrote, NORA, open, reading } from "#test/overlay/readings.ts";

const HOUR = 3_600_000;
const NOON = new Date(2026, 9, 5, 12).getTime();

let page: Mounted;
const pass = (ms: number) => page.settle(() => void vi.advanceTimersByTime(ms));
const show = async (messages: SeenMessage[], change: Parameters<typeof open>[1] = {}) => {
  await page.settle(() => page.overlay.read(reading(open(NORA, { messages, ...change }))));
  await pass(5_000);
};
const chip = () => page.root.querySelector<HTMLButtonElement>(".send .chip");
/** As a wide bar says it. */
const text = () =>
  [...(chip()?.querySelectorAll(".long, .number") ?? [])].map(({ textContent }) => textContent).join(" ");
const lines = async () => {
  await page.settle(() => chip()?.click());
  await pass(0);
  return [...page.root.querySelectorAll(".sends > div")].map(({ textContent }) => textContent);
};

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

describe("what may be sent now", () => {
  it("is said above the composer: until when any message may go", async () => {
    await show([customerWrote("a", NOON - 3 * HOUR)]);
    expect(text()).toMatch(/^May write until Tue .*9:00/);
    expect(chip()?.title).toBe("The customer wrote or acted in the last 24 hours.");
    expect((await lines())[0]).toMatch(/^Any messageyes, until Tue.*last 24 hours\.$/);
  });

  it("is marked near the end, and told anew when the window is over", async () => {
    await show([customerWrote("a", NOON - 23 * HOUR)]);
    expect(chip()?.className).toContain("soon");
    await pass(HOUR + 10_000);
    expect(text()).toMatch(/^May perhaps write until/);
    expect(chip()?.className).toContain("estimated");
    const [any, own] = await lines();
    expect(any).toContain("Any messageno");
    expect(own).toMatch(/^A person's own replynot known, until .*permission is not known/);
  });

  it("begins anew with the customer's next message", async () => {
    await show([customerWrote("a", NOON - 30 * HOUR)]);
    expect(text()).toMatch(/^May perhaps/);
    await show([customerWrote("a", NOON - 30 * HOUR), customerWrote("b", NOON)]);
    expect(text()).toMatch(/^May write until Tue/);
  });

  it("is not known where the customer's message was not seen, and never guessed", async () => {
    const answer = { ...customerWrote("b", NOON - HOUR), sender: "person" as const };
    await show([answer], { beginning: false });
    expect(text()).toBe("May write: not known");
    await show([answer], { beginning: true });
    expect((await lines())[0]).toContain("The customer has not written yet.");
  });

  it("is not sure where the time is rough", async () => {
    await show([{ ...customerWrote("a", NOON - 40 * HOUR), precision: "day" }]);
    expect((await lines())[0]).toMatch(/^Any messagenot known.*only roughly/);
  });

  it("says nothing when the background does not answer", async () => {
    page.background.answer({
      mayWrite: () => {
        throw new Error("out of order");
      },
    });
    await show([customerWrote("a", NOON - 3 * HOUR)]);
    expect(chip()).toBeNull();
  });
});
