import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { customerWrote, NORA, open, reading, row } from "#test/overlay/readings.ts";

const MINUTE = 60_000;
/** A Monday, noon by the machine's own clock. */
const NOON = new Date(2026, 9, 5, 12).getTime();

let page: Mounted;
const conversation = () => fold(page.background.events(NORA)).at(-1);
const pass = (ms: number) => page.settle(() => void vi.advanceTimersByTime(ms));
const key = (code: string) => page.settle(() => page.key(code));
const status = () => page.root.querySelector(".status-text")?.textContent ?? "";
const chip = () => page.root.querySelector(".wait .chip > span.cut")?.textContent.trim();
const show = async (...messages: ReturnType<typeof customerWrote>[]) => {
  const rows = [{ ...row(document.createElement("div"), NORA), lastAt: messages.at(-1)?.at ?? null }];
  await page.settle(() => page.overlay.read(reading(open(NORA, { messages }), { rows })));
  await pass(1_000);
};

const press = (code: string) =>
  page.settle(() =>
    page.root
      .querySelector(".menu button")
      ?.dispatchEvent(new KeyboardEvent("keydown", { code, key: code, bubbles: true })),
  );
const nine = (day: number) => new Date(2026, 9, day, 9).getTime();

beforeEach(async () => {
  vi.useFakeTimers({
    now: NOON,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  page = await mount();
  await show(customerWrote("a", NOON - 40 * MINUTE));
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

describe("no answer needed", () => {
  it("ends the wait without an answer, in the bar and on the row, and its key takes it back", async () => {
    expect(page.root.querySelectorAll(".mark.time.over")).toHaveLength(1);
    await key("KeyN");
    expect(conversation()?.waits).toMatchObject([{ end: "no_answer_needed", replyMs: null }]);
    expect(chip()).toBe("No answer needed");
    expect(status()).toContain("No answer needed by you, just now, kept in this browser.");
    expect(page.root.querySelectorAll(".mark.time")).toHaveLength(0);
    await key("KeyN");
    expect(conversation()?.waits).toMatchObject([{ end: null }]);
    expect(chip()).toContain("over");
  });

  it("holds for this wait alone: the customer's next message waits again", async () => {
    await key("KeyN");
    await pass(5 * MINUTE);
    await show(customerWrote("a", NOON - 40 * MINUTE), customerWrote("b", NOON + 4 * MINUTE));
    expect(chip()).toMatch(/^1\d:\d\d to answer$/);
    expect(page.root.querySelectorAll(".mark.time")).toHaveLength(1);
  });

  it("does not settle what the customer writes in the same second, unseen", async () => {
    await pass(700);
    await key("KeyN");
    const second = Math.floor(Date.now() / 1_000) * 1_000;
    await show(customerWrote("a", NOON - 40 * MINUTE), customerWrote("b", second));
    expect(conversation()?.waits).toMatchObject([
      { end: "no_answer_needed" },
      { startedAt: second, end: null },
    ]);
  });

  it("is undone before the tag under it", async () => {
    await page.settle(() => page.button("Qualified").click());
    await key("KeyN");
    await page.settle(() => page.button("Undo").click());
    expect(conversation()?.waits).toMatchObject([{ end: null }]);
    expect(conversation()?.outcome?.outcome).toBe("qualified");
    expect(status()).toContain("Qualified by you");
  });

  it("says so where nobody waits, and records nothing", async () => {
    await show(customerWrote("a", NOON - 40 * MINUTE), {
      ...customerWrote("b", NOON - MINUTE),
      sender: "person",
    });
    page.background.recorded.length = 0;
    await key("KeyN");
    expect(page.text()).toContain("Nobody waits for an answer here.");
    expect(page.background.recorded).toEqual([]);
  });
});

describe("follow up on", () => {
  it("takes one key and a digit, shows the day, and is undone", async () => {
    await key("KeyF");
    await press("Digit2");
    expect(conversation()?.followUpAt).toBe(nine(6));
    expect(status()).toMatch(/^Nora Lind Follow up on Tue.* by you, just now/);
    expect(page.button(/^Follow up: Tue/).getAttribute("aria-pressed")).toBe("true");
    await page.settle(() => page.button("Undo").click());
    expect(conversation()?.followUpAt).toBeNull();
  });

  it("keeps the place of each time: on a Sunday the next Monday is tomorrow", async () => {
    vi.setSystemTime(new Date(2026, 9, 4, 12).getTime());
    await pass(10_000);
    await key("KeyF");
    await press("Digit4");
    expect(conversation()?.followUpAt).toBe(nine(5));
  });

  it("may be any time to come, typed", async () => {
    const type = async (text: string) => {
      await page.settle(() => {
        const input = page.root.querySelector(".other-time input");
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
        input?.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await page.settle(() => page.button("Set").click());
    };
    await key("KeyF");
    await type("2026-10-05T11:00");
    expect(page.text()).toContain("still to come");
    expect(page.background.recorded).toEqual([]);
    await type("2026-10-12T15:30");
    expect(conversation()?.followUpAt).toBe(new Date(2026, 9, 12, 15, 30).getTime());
  });

  it("is replaced and cleared; when it is due the bar says so", async () => {
    await key("KeyF");
    await press("Digit1");
    await key("KeyF");
    await press("Digit5");
    expect(conversation()?.followUpAt).toBe(nine(12));
    await key("KeyF");
    await page.settle(() => page.button("No follow-up").click());
    expect(conversation()?.followUpAt).toBeNull();
    await key("KeyF");
    await press("Digit1");
    vi.setSystemTime(Date.now() + 181 * MINUTE);
    await pass(1_000);
    expect(page.button("Follow up: due").className).toContain("soon");
  });
});
