import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Colleague } from "#lib/messages.ts";
import { presenceWords } from "#lib/overlay/presence-words.ts";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { GABE, NORA, open, reading } from "#test/overlay/readings.ts";

const KIM = "22222222-2222-4222-8222-222222222222";
let page: Mounted;
let said: unknown[];
const chip = () => page.root.querySelector(".present")?.textContent ?? null;
const heard = (people: Colleague[], thread = NORA) =>
  page.settle(() => page.overlay.store.set({ others: { thread, people } }));

async function begin(team: boolean): Promise<void> {
  said = [];
  const background = createBackground({
    settings: { team: team ? { me: "me", colleagues: [{ id: KIM, name: "Kim" }] } : null },
  });
  background.answer({ presence: (query) => void said.push(query) });
  page = await mount(background);
  await page.settle(() => page.overlay.read(reading(open(NORA))));
  await page.settle();
}

beforeEach(() => begin(true));
afterEach(() => page.end());

describe("who else has the conversation open", () => {
  it("is said of this conversation alone, with a stronger word where both type", async () => {
    await heard([{ name: "Kim", typing: false }]);
    expect(chip()).toBe("Kim has this open");
    await heard([{ name: "Kim", typing: true }]);
    expect(chip()).toBe("Kim is typing");
    await page.settle(() => page.overlay.store.set({ isTyping: true }));
    expect(chip()).toBe("Kim is typing too");
    await page.settle(() => page.overlay.read(reading(open(GABE))));
    expect(chip()).toBeNull();
  });

  it("is asked with the conversation that can be seen, and only in a team", async () => {
    expect(said.at(-1)).toEqual({ thread: NORA, typing: false });
    await page.settle(() => page.overlay.store.set({ isTyping: true }));
    expect(said.at(-1)).toEqual({ thread: NORA, typing: true });
    await page.settle(() => page.overlay.read(reading(open(GABE))));
    await page.settle();
    expect(said.at(-1)).toEqual({ thread: GABE, typing: false });
    page.end();
    await begin(false);
    expect(said).toEqual([]);
  });

  it("is told in few words where there are many", () => {
    const people = ["Kim", "Lee", "Max"].map((name) => ({ name, typing: false }));
    expect(presenceWords(people, true)).toMatchObject({ names: "Kim and 2 others", rest: "have this open" });
    expect(presenceWords(people.slice(0, 2), false)?.names).toBe("Kim and Lee");
    expect(presenceWords([{ name: null, typing: true }], false)).toMatchObject({
      names: "A colleague",
      tone: "soon",
    });
    expect(presenceWords([], true)).toBeNull();
  });
});
