import { afterEach, describe, expect, it } from "vitest";
import { pause } from "#lib/pause.ts";
import { fixture } from "./fixtures.ts";
import { type LivePage, watchFixture } from "./live-page.ts";

let page: LivePage | null = null;
afterEach(() => page?.stop());

const HEADER = "[data-surface*=detail_view_header]";

/** A page that stands, and how often the adapter has looked at it: each look asks whose the header is. */
function standing(): { page: LivePage; looks: () => number } {
  let looks = 0;
  const live = watchFixture(fixture("surface-en-messenger"), {
    probe: () => (element) => {
      if (element.matches(HEADER)) looks += 1;
      return null;
    },
  });
  live.pass(5_000);
  return { page: live, looks: () => looks };
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
    await storm(60, (turn) => bubble.append(String(turn)));
    expect(live.looks() - before).toBeGreaterThan(1);
    expect(live.looks() - before).toBeLessThan(8);
  });

  it("is at once when another name comes up, also then", async () => {
    const live = standing();
    ({ page } = live);
    const bubble = live.page.find("[data-message-id]");
    await storm(40, (turn) => bubble.append(String(turn)));
    const before = live.looks();
    live.page.find(`${HEADER} ._4ik4`).textContent = "Omar Saleh";
    await expect.poll(live.looks, { interval: 10, timeout: 500 }).toBeGreaterThan(before);
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
