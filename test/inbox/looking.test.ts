import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { pause } from "#lib/pause.ts";
import { fixture } from "./fixtures.ts";
import { type LivePage, watchFixture } from "./live-page.ts";
import { toldPage } from "./told-page.ts";

let page: LivePage | null = null;
afterEach(() => page?.stop());

const HEADER = "[data-surface*=detail_view_header]";

/** A page that stands, how often the adapter has looked at it, and how often it has asked whose the header is. */
function standing(): { page: LivePage; looks: () => number; asked: () => number } {
  let [looks, asked] = [0, 0];
  const live = watchFixture(fixture("surface-en-messenger"), {
    anchors: () => {
      looks += 1;
      return null;
    },
    probe: () => (element) => {
      if (element.matches(HEADER)) asked += 1;
      return null;
    },
  });
  live.pass(5_000);
  return { page: live, looks: () => looks, asked: () => asked };
}

/** The same page, where each look is the test's. */
function told() {
  const followed = toldPage(fixture("surface-en-messenger"));
  onTestFinished(followed.stop);
  return followed;
}

/** Changes the page so many times, 25 ms apart. */
async function storm(times: number, change: (turn: number) => void): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    change(turn);
    await pause(25);
  }
}

describe("how often the adapter looks", () => {
  it("is seldom while messages come again and again", async () => {
    const live = standing();
    ({ page } = live);
    const bubble = live.page.find("[data-message-id]");
    const before = live.looks();
    const startedAt = performance.now();
    await storm(60, (turn) => bubble.append(String(turn)));
    const seconds = (performance.now() - startedAt) / 1_000;
    expect(live.looks() - before).toBeGreaterThan(1);
    expect(live.looks() - before).toBeLessThan(4 + 6 * seconds);
  });

  it("asks the page's own world again only when somebody else may be open", async () => {
    const live = standing();
    ({ page } = live);
    const bubble = live.page.find("[data-message-id]");
    const before = live.asked();
    await storm(20, (turn) => bubble.append(String(turn)));
    expect(live.asked() - before).toBeLessThan(2);
    live.page.find(`${HEADER} ._4ik4`).textContent = "Omar Saleh";
    await expect.poll(live.asked, { interval: 10, timeout: 1_000 }).toBeGreaterThan(before + 1);
  });

  it("is at once when another name comes up, also then", async () => {
    const live = standing();
    ({ page } = live);
    const bubble = live.page.find("[data-message-id]");
    await storm(40, (turn) => bubble.append(String(turn)));
    live.page.find(`${HEADER} ._4ik4`).textContent = "Omar Saleh";
    const name = () => live.page.readings.at(-1)?.open?.identity.name;
    await expect.poll(name, { interval: 10, timeout: 500 }).toBe("Omar Saleh");
  });

  it("never takes messages in without the header that changed with them", async () => {
    const { read, take, pass } = told();
    const { header, places } = read(take(true));
    places.region?.querySelector("[data-message-id]")?.remove();
    header.element?.append("!");
    await Promise.resolve();
    // Sooner than a header is read twice, something else asks for a look.
    pass(5);
    expect([...take(false).keys()]).toEqual(expect.arrayContaining(["header", "pane"]));
  });

  it("compares all of a list that changes again and again, and hears of it again once it was read", async () => {
    const { window, read, take, pass } = told();
    read(take(true));
    const titles = [...window.document.querySelectorAll("[data-surface*=thread_title]")];
    const change = async (index: number) => {
      const [text] = titles[index]?.querySelectorAll("*:not(:has(*))") ?? [];
      if (text?.firstChild) text.firstChild.nodeValue += "!";
      await Promise.resolve();
    };
    const rounds = [];
    for (let round = 0; round < 6; round += 1) {
      pass(100);
      await change(0);
      await change(1);
      const changes = take(true);
      rounds.push(changes.get("list"));
      read(changes);
    }
    // Of a quiet list each change is told; of a busy one only that there are some.
    expect(rounds[0]?.size).toBe(2);
    expect(rounds.slice(3)).toEqual([null, null, null]);
  });

  it("is at once when the page turns dark, which tells nothing else", async () => {
    const live = standing();
    ({ page } = live);
    // The slow look alone comes once a second, and would be too late for some of these.
    for (let turn = 0; turn < 4; turn += 1) {
      const before = live.looks();
      live.page.find("html").classList.toggle("dark");
      await expect.poll(live.looks, { interval: 10, timeout: 800 }).toBeGreaterThan(before);
    }
  });

  it("is seldom while somebody types an answer", async () => {
    const live = standing();
    ({ page } = live);
    const composer = live.page.find("[role=textbox]");
    const before = live.looks();
    await storm(30, (turn) => composer.append(String(turn)));
    expect(live.looks() - before).toBeLessThan(4);
  });
});
