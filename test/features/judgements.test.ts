import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "#lib/contract.ts";
import { NO_ASIDE } from "#lib/domain/aside.ts";
import { fold } from "#lib/domain/conversation.ts";
import type { LinkState } from "#lib/messages.ts";
import { event } from "#test/domain/story.ts";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { GABE, NORA, open, reading } from "#test/overlay/readings.ts";

let page: Mounted;
const click = (name: string | RegExp) => page.settle(() => page.button(name).click());
const conversation = () => fold(page.background.events(NORA)).at(-1);
const panel = () => page.root.querySelector("dialog")?.getAttribute("aria-label") ?? null;

const field = (selector: string): HTMLInputElement => {
  const found = page.root.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
/** Types as React hears it: through the element's own setter. */
const type = (selector: string, text: string) =>
  page.settle(() => {
    const input = field(selector);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
const press = (selector: string, code: string, key = code) =>
  page.settle(() =>
    field(selector).dispatchEvent(new KeyboardEvent("keydown", { code, key, bubbles: true })),
  );

beforeEach(async () => {
  page = await mount();
  await page.settle(() => page.overlay.read(reading(open(NORA))));
});
afterEach(() => page.end());

describe("the reason of an unqualified conversation", () => {
  it("takes the place of the tag without one: one undo goes back before both", async () => {
    await click("Qualified");
    await click("Unqualified");
    expect(panel()).toBe("Why unqualified?");
    await click("No budget");
    expect(panel()).toBeNull();
    expect(conversation()?.outcome).toMatchObject({ outcome: "unqualified", reason: "no_budget" });
    await click("Undo");
    expect(conversation()?.outcome).toMatchObject({ outcome: "qualified" });
  });

  it("is picked by its digit", async () => {
    await click("Unqualified");
    await press(".menu button", "Digit6");
    expect(conversation()?.outcome?.reason).toBe("spam");
  });

  it("leaves the focus where the rep writes, until the key is pressed again", async () => {
    const composer = document.body.appendChild(document.createElement("textarea"));
    composer.focus();
    await page.settle(() => page.key("Digit1"));
    expect(document.activeElement).toBe(composer);
    await page.settle(() => page.key("Digit1"));
    expect(document.activeElement).toBe(page.host);
    await press(".menu button", "Escape");
    expect(document.activeElement).toBe(composer);
    composer.remove();
  });

  it("closes when the rep goes on in the page", async () => {
    for (const event of [new KeyboardEvent("keydown", { key: "a" }), new Event("pointerdown")]) {
      await click("Unqualified");
      expect(panel()).toBe("Why unqualified?");
      await page.settle(() => document.body.dispatchEvent(event));
      expect(panel()).toBeNull();
    }
  });

  it("closes when another conversation opens", async () => {
    await click("Unqualified");
    await page.settle(() => page.overlay.read(reading(open(GABE))));
    expect(panel()).toBeNull();
  });
});

describe("a sale", () => {
  it("stands with the tag, takes an amount, and falls with the tag", async () => {
    await click("Converted");
    expect(conversation()?.sales).toMatchObject([{ amountMinor: null, how: "in_chat" }]);
    await type(".sale input[inputmode]", "85.50");
    await click("Save amount");
    expect(conversation()?.sales).toMatchObject([{ amountMinor: 8550, currency: "USD", how: "in_chat" }]);
    await click("Undo");
    expect(conversation()?.sales).toEqual([]);
  });

  it("sold outside is recorded anew, once", async () => {
    await click("Converted");
    await type(".sale input[inputmode]", "40");
    await page.settle(() => field(".sale input[type=checkbox]").click());
    await click("Save amount");
    expect(conversation()?.sales).toMatchObject([{ amountMinor: 4000, how: "outside" }]);
    await click("Undo");
    expect(conversation()?.sales).toEqual([]);
  });

  it("with an amount that can be read in two ways says so and stores nothing", async () => {
    await click("Converted");
    await type(".sale input[inputmode]", "1.234");
    await click("Save amount");
    expect(page.text()).toContain("can be read in two ways");
    expect(conversation()?.sales).toMatchObject([{ amountMinor: null }]);
  });
});

describe("a colleague's sale", () => {
  const KIM = "22222222-2222-4222-8222-222222222222";
  const openAs = async (role: Role) => {
    const link: LinkState = {
      state: "online",
      server: "https://team.example",
      workspace: "Sample Shop",
      role,
      pending: 0,
      lastSyncAt: null,
      reading: null,
    };
    const told = { thread: NORA, member: KIM };
    const tag = event("outcome_tagged", Date.now(), { outcome: "converted" }, told);
    const sale = event("sale_recorded", Date.now(), { how: "in_chat", tag: tag.id }, told);
    const background = createBackground();
    background.answer({
      openThread: ({ thread }) => ({
        thread,
        page: "counted",
        aside: NO_ASIDE,
        mayAnswerPage: false,
        teams: [],
        events: [tag, sale],
        sync: {},
        link,
      }),
    });
    page.end();
    page = await mount(background);
    await page.settle(() => page.overlay.read(reading(open(NORA))));
    await click("Converted");
  };

  it("is not recorded a second time by a rep, who may not withdraw it", async () => {
    await openAs("rep");
    expect(page.text()).toContain("A colleague recorded this sale.");
    expect(page.root.querySelector(".sale")).toBeNull();
    expect(page.text()).not.toContain("Undo");
  });

  it("is corrected and withdrawn by a manager", async () => {
    await openAs("manager");
    expect(page.root.querySelector(".sale")).not.toBeNull();
    expect(page.button("Undo")).toBeDefined();
  });
});

describe("a handoff", () => {
  it("is offered, changed and withdrawn", async () => {
    await click("Hand off");
    await click("Booking");
    expect(conversation()?.handoffs).toMatchObject([{ to: "booking", returnedAt: null }]);
    await click("Handed to booking");
    await click("Sales");
    expect(conversation()?.handoffs).toMatchObject([{ to: "sales" }]);
    await click("Handed to sales");
    await click("Withdraw the handoff");
    expect(conversation()?.handoffs).toEqual([]);
    expect(page.button("Hand off")).toBeTruthy();
  });
});

describe("the source", () => {
  it("is chosen from what the settings know", async () => {
    await click("Source unknown");
    await type(".chooser input", "spri");
    await press(".chooser input", "Enter");
    expect(conversation()?.touches).toMatchObject([
      { method: "chosen", source: { kind: "campaign", campaign: "Spring hoodie" } },
    ]);
    expect(page.button("Ad Spring hoodie")).toBeTruthy();
  });

  it("is said in words where it is not known, without what cannot be stored", async () => {
    await click("Source unknown");
    await type(".chooser input", "  a\u0007friend  ");
    await press(".chooser input", "Enter");
    expect(conversation()?.touches).toMatchObject([{ source: { kind: "other", label: "a friend" } }]);
  });
});
