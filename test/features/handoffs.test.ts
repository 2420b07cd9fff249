import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import type { LinkState } from "#lib/messages.ts";
import { event, says } from "#test/domain/story.ts";
import { createBackground, type FakeBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { NORA, open, reading, row } from "#test/overlay/readings.ts";

const MINUTE = 60_000;
/** A Monday; business hours are 9 to 17 in UTC, a handoff is to be accepted within 30 minutes. */
const NOON = Date.UTC(2026, 9, 5, 12);
const ME = "11111111-1111-4111-8111-11111111aaaa";
const KIM = "22222222-2222-4222-8222-222222222222";
const LEE = "33333333-3333-4333-8333-333333333333";

let page: Mounted;
let background: FakeBackground;
const link: LinkState = {
  state: "online",
  server: "https://team.example",
  workspace: "Sample Shop",
  role: "rep",
  pending: 0,
  lastSyncAt: null,
  reading: null,
};
const colleagues = [
  { id: KIM, name: "Kim" },
  { id: LEE, name: "Lee" },
];
const told = { thread: NORA, member: KIM };
const pass = (ms: number) => page.settle(() => void vi.advanceTimersByTime(ms));
const click = (name: string | RegExp) => page.settle(() => page.button(name).click());
const digit = (number: number) =>
  page.settle(() =>
    page.root
      .querySelector(".menu button")
      ?.dispatchEvent(
        new KeyboardEvent("keydown", { code: `Digit${number}`, key: String(number), bubbles: true }),
      ),
  );
const conversation = () => fold(background.events(NORA)).at(-1);
const handoff = () => conversation()?.handoffs.at(-1);
const whose = () => page.root.querySelector(".whose")?.textContent ?? null;

/** The bar over a conversation with that log, in a team of three. */
async function begin(log: StoredEvent[] = [], team: typeof colleagues = colleagues): Promise<void> {
  background = createBackground({
    link,
    settings: {
      team: team.length > 0 ? { me: ME, colleagues: team } : null,
      members: { [ME]: "Me", [KIM]: "Kim", [LEE]: "Lee" },
    },
  });
  background.keep(log);
  page = await mount(background);
  await page.settle(() => page.overlay.read(reading(open(NORA))));
  await pass(100);
}

const offerToMe = () => event("handoff_offered", NOON - 5 * MINUTE, { to: "booking", whom: ME }, told);
const offerToLee = () => event("handoff_offered", NOON, { to: "sales", whom: LEE }, told);

beforeEach(() => {
  vi.useFakeTimers({
    now: NOON,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

describe("offering a handoff in a team", () => {
  it("asks to what, what it became, and to whom; one undo takes all of it back", async () => {
    await begin();
    await page.settle(() => page.key("KeyH"));
    await digit(1);
    expect(page.text()).toContain("To sales: what did it become?");
    await digit(2);
    expect(page.text()).toContain("Goes along: Sales-ready");
    await digit(3);
    expect(conversation()?.outcome).toMatchObject({ outcome: "sales_ready" });
    expect(handoff()).toMatchObject({ to: "sales", whom: LEE, held: null });
    expect(page.button(/^Handed to sales/).title).toContain("Lee has not accepted it yet");
    await click("Undo");
    expect(conversation()?.outcome).toBeNull();
    expect(handoff()).toBeUndefined();
  });

  it("does not ask what is known already, nor to whom where there is one colleague only", async () => {
    await begin([], colleagues.slice(0, 1));
    await click("Qualified");
    await click("Hand off");
    await digit(3);
    expect(handoff()).toMatchObject({ to: "quote", whom: KIM });
  });

  it("shows the time left to accept, then that it is late", async () => {
    await begin([event("handoff_offered", NOON - 5 * MINUTE, { to: "sales" }, { thread: NORA })]);
    expect(page.button(/^Handed to sales/).textContent).toBe("Handed to sales25:00");
    await pass(26 * MINUTE);
    expect(page.button(/^Handed to sales/).textContent).toBe("Handed to saleslate");
  });

  it("says why it is to be accepted by then, beside the customer's own wait", async () => {
    const late = { ...says("customer", NOON - 20 * MINUTE), thread: NORA };
    await begin([late, event("handoff_offered", NOON - 5 * MINUTE, { to: "sales" }, { thread: NORA })]);
    await click(/^Handed to sales/);
    await click("Why this time?");
    await pass(100);
    const lines = [...page.root.querySelectorAll(".why li")].map(({ textContent }) => textContent);
    const leads = [...page.root.querySelectorAll(".prose > p")].map(({ textContent }) => textContent);
    expect(leads[0]).toMatch(/^The first answer within 15 min of business hours/);
    expect(leads[1]).toBe("Accepting the handoff within 30 min of business hours (default).");
    expect(lines.at(-1)).toMatch(/12:25.*due$/);
  });

  it("has no clock and no owner where nobody else is there: it counts as it stands", async () => {
    await begin([event("handoff_offered", NOON, { to: "sales" }, { thread: NORA })], []);
    expect(page.button("Handed to sales").textContent).toBe("Handed to sales");
    expect(whose()).toBeNull();
  });
});

describe("a handoff to this person", () => {
  it("is accepted by one button, is theirs then, and undone like anything else", async () => {
    await begin([offerToMe()]);
    expect(whose()).toBe("Handed to you");
    await click("Accept the handoff: 25:00 to accept");
    expect(handoff()).toMatchObject({ acceptedAt: NOON + 100, held: { by: undefined } });
    expect(whose()).toBe("Yours");
    expect(page.text()).toContain("Handoff accepted by you");
    await click("Undo");
    expect(handoff()).toMatchObject({ acceptedAt: null, held: null });
    expect(whose()).toBe("Handed to you");
  });

  it("is returned with a reason by key, and taken back", async () => {
    await begin([offerToMe()]);
    await page.settle(() => page.key("KeyH"));
    expect(page.text()).toContain("Kim handed it to you for booking");
    await digit(4);
    expect(handoff()).toMatchObject({ returnReason: "Details are missing", returned: { by: undefined } });
    expect(page.button("Returned").title).toContain("Returned by you: Details are missing");
    await click("Undo");
    expect(handoff()?.returned).toBeNull();
  });

  it("is returned in own words, also after it was accepted", async () => {
    await begin([offerToMe()]);
    await click(/^Accept the handoff/);
    await click("Handed to booking");
    await click("Return it…");
    const field = page.root.querySelector<HTMLInputElement>(".other-time input");
    await page.settle(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, "Moved to Graz");
      field?.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await click("Return");
    expect(handoff()).toMatchObject({ returnReason: "Moved to Graz", held: null });
  });

  it("has its clock on the row of the list", async () => {
    await begin([offerToMe()]);
    await page.settle(() =>
      page.overlay.read(reading(open(NORA), { rows: [row(document.createElement("div"), NORA)] })),
    );
    await pass(500);
    expect(page.root.querySelector(".mark.time")?.textContent).toBe("accept 25:00");
  });
});

describe("a colleague's handoff", () => {
  it("to another colleague asks nothing of this person", async () => {
    await begin([offerToLee()]);
    expect(() => page.button(/^Accept the handoff/)).toThrow("There is no button");
    expect(page.button(/^Handed to sales/).title).toContain("Lee has not accepted it yet");
  });

  it("that a colleague accepted is with that colleague", async () => {
    const made = offerToLee();
    const taken = event("handoff_accepted", NOON + 1, { target: made.id }, { thread: NORA, member: LEE });
    await begin([made, taken]);
    expect(whose()).toBe("With Lee");
    expect(page.text()).toContain("Handoff accepted by Lee");
  });
});

describe("whose conversation it is", () => {
  it("is theirs who answered or tagged last", async () => {
    const tag = event("outcome_tagged", NOON - 9 * MINUTE, { outcome: "qualified" }, told);
    await begin([says("customer", NOON - 10 * MINUTE), tag].map((one) => ({ ...one, thread: NORA })));
    expect(whose()).toBe("With Kim");
    const mine = { key: "m", at: NOON - MINUTE, precision: "second", sender: "person", own: true } as const;
    await page.settle(() => page.overlay.read(reading(open(NORA, { messages: [mine] }))));
    expect(whose()).toBe("Yours");
  });
});
