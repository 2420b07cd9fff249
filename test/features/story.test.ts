import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { threadKey } from "#lib/domain/thread.ts";
import { createBackground, DEVICE } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { customerWrote, GABE, NORA, open, reading } from "#test/overlay/readings.ts";

const NOW = Date.UTC(2026, 10, 14, 8);
const messages = [customerWrote("m1", NOW - 3_600_000)];

let page: Mounted;
const show = (thread = NORA) => page.settle(() => page.overlay.read(reading(open(thread, { messages }))));
const click = (name: string | RegExp) => page.settle(() => page.button(name).click());
const lines = () => [...page.root.querySelectorAll(".story li > span")].map(({ textContent }) => textContent);
const gone = () => [...page.root.querySelectorAll(".story s")].map(({ textContent }) => textContent);
const field = () => page.root.querySelector<HTMLTextAreaElement>(".note-field textarea");
const type = (text: string) =>
  page.settle(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field(), text);
    field()?.dispatchEvent(new Event("input", { bubbles: true }));
  });

beforeEach(async () => {
  page = await mount(createBackground({ now: () => NOW }), () => NOW);
  await show();
});
afterEach(() => page.end());

describe("the history of a conversation", () => {
  it("says who did what and when, the latest first, and what was taken back", async () => {
    await click("Qualified");
    await click("Undo");
    await page.settle(() =>
      page.overlay.judge(NORA, [
        { kind: "criteria_ticked", data: { criteria: ["Need"], definition: 1 } },
        { kind: "criteria_ticked", data: { criteria: ["Need", "Budget"], definition: 1 } },
        { kind: "macro_inserted", data: { macro: "thanks" } },
        {
          kind: "source_attributed",
          data: { source: { kind: "creator", creator: "Mara" }, method: "keyword" },
        },
      ]),
    );
    await page.settle(() => page.key("KeyJ"));
    expect(lines()).toEqual([
      "Source: Creator Mara, from a keyword you",
      "Macro Thanks you",
      "Ticked Need, Budget you",
      "Qualified you, withdrawn by you",
      "The conversation started",
    ]);
    expect(gone()).toEqual(["Qualified"]);
  });

  it("names colleagues", async () => {
    const member = "22222222-2222-4222-8222-222222222222";
    const log = page.overlay.store.get().logs[threadKey(NORA)];
    if (!log) throw new Error("The log was not read.");
    page.background.answer({
      openThread: () => ({
        ...log,
        events: [
          {
            id: "019a0000-0000-7000-8000-000000000001",
            v: 1,
            kind: "handoff_offered",
            thread: NORA,
            device: DEVICE,
            hlc: "0000000000000001",
            at: NOW,
            precision: "second",
            data: { to: "sales" },
            member,
          },
        ],
      }),
    });
    await page.settle(() => page.tell({ threads: [], settings: false }));
    await show(GABE);
    await show();
    await page.settle(() => page.key("KeyJ"));
    expect(lines()[0]).toBe("Handed to sales Kim");
  });
});

describe("the rep's own note", () => {
  it("is kept when the sheet closes, for this conversation alone, and is no event", async () => {
    await click(/^Note and history/);
    expect(page.root.activeElement).toBe(field());
    await type("  Calls back at five ");
    await page.settle(() => page.overlay.close());
    expect(page.button(/^Note and history/).textContent).toBe("Calls back at five");
    expect(page.background.recorded).toEqual([]);
    await show(GABE);
    expect(page.button(/^Note and history/).textContent).toBe("History");
    await show();
    await click(/^Note and history/);
    expect(field()?.value).toBe("Calls back at five");
    await type("");
    await page.settle(() => page.overlay.close());
    expect(page.button(/^Note and history/).textContent).toBe("History");
  });

  it("that was not changed is not kept anew", async () => {
    await click(/^Note and history/);
    await page.settle(() => page.overlay.close());
    expect(page.background.asked).not.toContain("keepNote");
  });
});
