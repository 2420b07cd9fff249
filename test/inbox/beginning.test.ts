import { JSDOM } from "jsdom";
import { beforeEach, describe, expect, it } from "vitest";
import { createBeginning, type SeeBeginning } from "#lib/inbox/beginning.ts";
import type { Layout } from "#lib/inbox/layout.ts";
import type { PaneReading } from "#lib/inbox/messages.ts";

const { document } = new JSDOM("<main><div id=region></div></main>").window;
const region = document.querySelector<HTMLElement>("#region") ?? document.body;

/** Where each element stands; the region itself from 100 to 500. */
let tops: Map<Element, number>;
let see: SeeBeginning;
let asks = 0;

const layout: Layout = {
  style: () => document.body.style,
  box(element) {
    asks += 1;
    const top = element === region ? 100 : tops.get(element);
    return top === undefined ? null : { left: 0, top, width: 10, height: element === region ? 400 : 20 };
  },
};

/** A pane of one message, whose top is this far down. */
function pane(key: string, top: number): PaneReading {
  const element = document.createElement("div");
  region.replaceChildren(element);
  tops.set(element, top);
  const message = {
    element,
    key,
    direction: null,
    kind: null,
    isOwn: false,
    digest: "",
    heard: [],
    at: null,
    precision: "unknown",
  } as const;
  return { messages: [message], handovers: [], adLine: null };
}

beforeEach(() => {
  tops = new Map();
  see = createBeginning(layout);
  asks = 0;
  region.removeAttribute("aria-busy");
});

describe("the beginning of a conversation", () => {
  it("is seen when the oldest message stood in view for a second, and says when to look again", () => {
    const shown = pane("m1", 120);
    expect(see(region, shown, 0)).toEqual({ isSeen: false, dueAt: 1_000 });
    expect(see(region, shown, 999)).toEqual({ isSeen: false, dueAt: 1_000 });
    expect(see(region, shown, 1_000)).toEqual({ isSeen: true, dueAt: null });
  });

  it("is not seen above the view, nor where nothing is laid out", () => {
    const shown = pane("m1", 90);
    expect(see(region, shown, 0)).toEqual({ isSeen: false, dueAt: null });
    expect(see(region, shown, 5_000).isSeen).toBe(false);
    tops.clear();
    expect(see(region, shown, 9_000).isSeen).toBe(false);
  });

  it("waits anew where older messages come, and while something loads", () => {
    see(region, pane("m2", 120), 0);
    see(region, pane("m1", 120), 900);
    expect(see(region, pane("m1", 120), 1_100).isSeen).toBe(false);
    region.setAttribute("aria-busy", "true");
    expect(see(region, pane("m1", 120), 2_000)).toEqual({ isSeen: false, dueAt: null });
    region.removeAttribute("aria-busy");
    expect(see(region, pane("m1", 120), 2_600).isSeen).toBe(false);
    expect(see(region, pane("m1", 120), 3_600).isSeen).toBe(true);
  });

  it("is proved once more when the time is up: what began to load since counts", () => {
    const shown = pane("m1", 120);
    see(region, shown, 0);
    see(region, shown, 600);
    region.setAttribute("aria-busy", "true");
    expect(see(region, shown, 1_000).isSeen).toBe(false);
  });

  it("asks the layout seldom", () => {
    const shown = pane("m1", 120);
    for (let at = 0; at < 1_000; at += 20) see(region, shown, at);
    expect(asks).toBeLessThan(8);
  });
});
