import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { customerWrote, GABE, NORA, open, reading } from "#test/overlay/readings.ts";

const NOW = Date.UTC(2026, 9, 5, 12);
const BEFORE = NOW - 30 * 86_400_000;
const messages = [customerWrote("m1", BEFORE), customerWrote("m2", NOW - 60_000)];

let page: Mounted;
const press = (command: "qualified" | "converted", thread = NORA) =>
  page.settle(() => {
    said = page.overlay.press({ thread, command, about: BEFORE });
  });
let said = false;
/** The conversations as the background would fold them, with the messages that the page shows. */
const outcomes = () => page.overlay.current().conversations.map(({ outcome }) => outcome?.outcome ?? null);

beforeEach(async () => {
  page = await mount(createBackground({ now: () => NOW }), () => NOW);
  await page.settle(() => page.overlay.read(reading(open(NORA, { messages }))));
});
afterEach(() => page.end());

describe("a key for an earlier conversation", () => {
  it("tags that one alone, says so, and is undone in the bar", async () => {
    await press("qualified");
    expect(said).toBe(true);
    expect(outcomes()).toEqual(["qualified", null]);
    expect(page.text()).toMatch(/The conversation of .+: qualified by you/);
    await page.settle(() => page.button("Undo").click());
    expect(outcomes()).toEqual([null, null]);
  });

  it("records a sale there with a conversion, and takes both back", async () => {
    await press("converted");
    expect(page.overlay.current().conversations.map(({ sales }) => sales.length)).toEqual([1, 0]);
    await page.settle(() => page.button("Undo").click());
    expect(page.overlay.current().conversations.map(({ sales }) => sales.length)).toEqual([0, 0]);
    expect(
      fold(page.background.events(NORA)).flatMap(({ tags }) => tags.filter((tag) => !tag.withdrawn)),
    ).toEqual([]);
  });

  it("does nothing where another conversation is open", async () => {
    await press("qualified", GABE);
    expect(said).toBe(false);
    expect(page.background.recorded).toEqual([]);
  });
});
