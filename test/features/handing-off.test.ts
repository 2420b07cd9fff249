import { afterEach, describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { DEFAULT_SETTINGS, type Macro } from "#lib/domain/settings.ts";
import { event } from "#test/domain/story.ts";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { customerWrote, NORA, open, reading } from "#test/overlay/readings.ts";

const NOW = Date.UTC(2026, 9, 5, 12);
const ME = "11111111-1111-4111-8111-11111111aaaa";
const KIM = "22222222-2222-4222-8222-222222222222";
const LEE = "33333333-3333-4333-8333-333333333333";
const team = {
  me: ME,
  colleagues: [
    { id: KIM, name: "Kim" },
    { id: LEE, name: "Lee" },
  ],
};
const macro = (id: string, actions: Macro["actions"]): Macro => ({
  id,
  name: id,
  folder: null,
  template: "A colleague takes over.",
  actions,
});
const macros = [
  macro("over", [{ kind: "handoff", to: "sales" }]),
  macro("to checkout", [{ kind: "handoff", to: "checkout" }]),
  macro("refused", [
    { kind: "outcome", outcome: "partially_qualified" },
    { kind: "handoff", to: "booking" },
  ]),
];
const checklist = { ...DEFAULT_SETTINGS.checklist, needed: { checkout: ["Budget", "Urgency"] } };
const composer = document.createElement("textarea");

let page: Mounted;
const conversation = () => fold(page.background.events(NORA)).at(-1);
const click = (name: string | RegExp) => page.settle(() => page.button(name).click());
const title = () => page.root.querySelector("dialog")?.getAttribute("aria-label");
const rows = () => [...page.root.querySelectorAll(".menu-label")].map(({ textContent }) => textContent);
const digit = (number: number) =>
  page.settle(() =>
    page.root
      .querySelector(".menu button")
      ?.dispatchEvent(new KeyboardEvent("keydown", { code: `Digit${number}`, bubbles: true })),
  );

async function begin(log: StoredEvent[] = [], people: typeof team | null = team): Promise<void> {
  const keywords = [{ word: "quote", suggests: { kind: "handoff" as const, to: "quote" as const } }];
  const background = createBackground({
    settings: { team: people, macros, keywords, checklist },
    now: () => NOW,
  });
  background.keep(log);
  page = await mount(background, () => NOW);
  composer.value = "";
  document.body.append(composer);
  const messages = [customerWrote("m1", NOW - 60_000)];
  const place = { composer, list: null, pane: null };
  const heard = [{ word: "quote", at: NOW - 60_000 }];
  await page.settle(() => page.overlay.read(reading(open(NORA, { messages, heard }), { place })));
}
afterEach(() => {
  page.end();
  composer.remove();
});

describe("what a colleague must know for a checkout", () => {
  const qualified = [
    event("outcome_tagged", NOW - 2_000, { outcome: "qualified" }, { thread: NORA }),
    event("criteria_ticked", NOW - 1_000, { criteria: ["Fit"], definition: 1 }, { thread: NORA }),
  ];

  it("is ticked before it is offered, goes along, and is taken back with it", async () => {
    await begin(qualified);
    await page.settle(() => page.key("KeyH"));
    expect(title()).toBe("Hand off to");
    await digit(4);
    expect(title()).toBe("To checkout: what is known?");
    expect(page.text()).toContain("A colleague must know all of this before taking over.");
    expect(rows()).toEqual(["Urgency", "Budget"]);
    await digit(2);
    await digit(2);
    await digit(1);
    expect(page.background.recorded).toEqual([]);
    await digit(2);
    expect(title()).toBe("To checkout: who takes over?");
    expect(page.text()).toContain("Goes along: Qualified, Fit, Urgency, Budget");
    await digit(1);
    expect(conversation()).toMatchObject({
      criteria: ["Urgency", "Budget", "Fit"],
      handoffs: [{ to: "checkout" }],
    });
    await click("Undo");
    expect(conversation()).toMatchObject({
      criteria: ["Fit"],
      handoffs: [],
      outcome: { outcome: "qualified" },
    });
  });

  it("is not asked for another handoff, nor where it is known, nor where nobody else is there", async () => {
    await begin(qualified);
    await page.settle(() => page.key("KeyH"));
    await digit(1);
    expect(page.text()).toContain("Goes along: Qualified, Fit");
    page.end();
    const all = ["Urgency", "Budget"];
    await begin([
      ...qualified,
      event("criteria_ticked", NOW - 500, { criteria: all, definition: 1 }, { thread: NORA }),
    ]);
    await page.settle(() => page.key("KeyH"));
    await digit(4);
    expect(page.text()).toContain("Goes along: Qualified, Urgency, Budget");
    page.end();
    await begin(qualified, null);
    await page.settle(() => page.key("KeyH"));
    await digit(4);
    expect(conversation()?.handoffs).toMatchObject([{ to: "checkout" }]);
  });

  it("is asked by a macro before it inserts anything", async () => {
    await begin(qualified);
    await click("Macros");
    await click(/^to checkout/);
    await click("Next…");
    await digit(1);
    expect(composer.value).toBe("");
    await digit(2);
    await digit(1);
    expect(composer.value).toBe("A colleague takes over.");
    expect(conversation()).toMatchObject({ criteria: ["Urgency", "Budget", "Fit"], macros: [{}] });
  });
});

describe("a macro that hands off", () => {
  it("asks what a colleague must know, and whom, before it inserts anything; one undo takes all back", async () => {
    await begin();
    await click("Macros");
    await click(/^over/);
    await click("Next…");
    expect(title()).toBe("To sales: what did it become?");
    await digit(1);
    expect(composer.value).toBe("");
    expect(page.background.recorded).toEqual([]);
    await digit(3);
    expect(composer.value).toBe("A colleague takes over.");
    expect(conversation()).toMatchObject({
      outcome: { outcome: "qualified" },
      handoffs: [{ to: "sales", whom: LEE }],
      macros: [{ macro: "over" }],
    });
    await click("Undo");
    expect(conversation()).toMatchObject({ outcome: null, handoffs: [], macros: [] });
  });

  it("has what the rep says in place of an outcome that nobody can take over", async () => {
    await begin();
    await click("Macros");
    await click(/^refused/);
    await click("Next…");
    await digit(2);
    await digit(1);
    expect(conversation()?.tags.map(({ outcome }) => outcome)).toEqual(["sales_ready"]);
    expect(conversation()?.handoffs).toMatchObject([{ to: "booking", whom: null }]);
  });

  it("takes the place of an offer that nobody has accepted", async () => {
    await begin([event("handoff_offered", NOW - 1_000, { to: "quote" }, { thread: NORA })], null);
    await click("Macros");
    await click(/^over/);
    await click("Insert");
    expect(conversation()?.handoffs).toMatchObject([{ to: "sales" }]);
  });
});

describe("a suggestion that hands off", () => {
  it("opens the handoff's own questions where something is to be said", async () => {
    await begin();
    await page.settle(() => page.key("KeyS"));
    expect(page.background.recorded).toEqual([]);
    await digit(1);
    await digit(2);
    expect(conversation()).toMatchObject({
      outcome: { outcome: "qualified" },
      handoffs: [{ to: "quote", whom: KIM }],
    });
    await click("Undo");
    expect(conversation()).toMatchObject({ outcome: null, handoffs: [] });
  });

  it("hands off at once where nobody else is there", async () => {
    await begin([], null);
    await page.settle(() => page.key("KeyS"));
    expect(conversation()?.handoffs).toMatchObject([{ to: "quote", whom: null }]);
  });
});
