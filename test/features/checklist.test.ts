import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { suggestedOutcome } from "#lib/domain/checklist.ts";
import { fold } from "#lib/domain/conversation.ts";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { GABE, NORA, open, reading } from "#test/overlay/readings.ts";

const checklist = { version: 4, criteria: ["Need", "Budget"] };

let page: Mounted;
const conversation = () => fold(page.background.events(NORA)).at(-1);
const press = (code: string) =>
  page.settle(() =>
    page.root
      .querySelector(".panel .menu button")
      ?.dispatchEvent(new KeyboardEvent("keydown", { code, key: code.slice(-1), bubbles: true })),
  );
const click = (name: string | RegExp) => page.settle(() => page.button(name).click());
const suggested = () =>
  page.root.querySelector(".outcomes [data-suggested=true]")?.getAttribute("aria-label") ?? null;
const ticked = () =>
  [...page.root.querySelectorAll(".menu [aria-pressed=true] .menu-label")].map(
    ({ textContent }) => textContent,
  );

beforeEach(async () => {
  page = await mount(createBackground({ settings: { checklist } }));
  await page.settle(() => page.overlay.read(reading(open(NORA))));
});
afterEach(() => page.end());

describe("the team's checklist", () => {
  it("speaks for qualified with all points, for partially with some, never against a better tag", () => {
    expect(suggestedOutcome(0, 3, null)).toBeNull();
    expect(suggestedOutcome(1, 3, null)).toBe("partially_qualified");
    expect(suggestedOutcome(3, 3, "partially_qualified")).toBe("qualified");
    expect(suggestedOutcome(1, 3, "qualified")).toBeNull();
    expect(suggestedOutcome(3, 3, "converted")).toBeNull();
    expect(suggestedOutcome(0, 0, null)).toBeNull();
  });

  it("is ticked by digits, suggests an outcome, and the rep decides", async () => {
    await page.settle(() => page.key("KeyC"));
    await press("Digit1");
    expect(conversation()).toMatchObject({ criteria: ["Need"], outcome: null });
    expect(suggested()).toBe("Partially qualified");
    await press("Digit2");
    expect(ticked()).toEqual(["Need", "Budget", "Tag it qualified"]);
    expect(suggested()).toBe("Qualified");
    await press("Digit1");
    expect(conversation()?.criteria).toEqual(["Budget"]);
    await press("Digit1");
    await press("Digit3");
    expect(conversation()?.outcome?.outcome).toBe("qualified");
    expect(page.background.recorded.at(-1)).toMatchObject({
      kind: "outcome_tagged",
      data: { outcome: "qualified", criteria: ["Need", "Budget"], definition: 4 },
    });
    expect(suggested()).toBeNull();
    expect(page.root.querySelector(".panel")).toBeNull();
  });

  it("belongs to one conversation, and is not there where the team has none", async () => {
    await click(/^What qualified means: 0 of 2/);
    await press("Digit1");
    await click("Qualified");
    expect(page.background.recorded.at(-1)?.data).toMatchObject({ criteria: ["Need"] });
    await page.settle(() => page.overlay.read(reading(open(GABE))));
    expect(page.root.querySelector(".checklist")?.textContent).toBe("0/2");
    const { settings } = page.overlay.store.get();
    if (settings)
      await page.settle(() =>
        page.overlay.store.set({ settings: { ...settings, checklist: { version: 5, criteria: [] } } }),
      );
    expect(page.root.querySelector(".checklist")).toBeNull();
  });
});
