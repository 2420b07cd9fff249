import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandOf, DEFAULT_KEYS } from "#lib/domain/commands.ts";
import { hasAccessKeys } from "#lib/overlay/keys.ts";
import { type Box, isLow, standOf } from "#lib/overlay/place.ts";
import { share } from "#lib/overlay/share.ts";
import { ago, span } from "#lib/overlay/words.ts";

describe("share", () => {
  it("gives equal parts back as the same objects, and never another content", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (last, next) => {
        expect(share(last, next)).toEqual(next);
        expect(share(next, structuredClone(next))).toBe(next);
      }),
    );
  });

  it("keeps the parts that did not change", () => {
    const last = { rows: [{ name: "a" }, { name: "b" }], theme: "light" };
    const next = share(last, { rows: [{ name: "a" }, { name: "c" }], theme: "light" });
    expect(next.rows[0]).toBe(last.rows[0]);
    expect(next.rows[1]).toEqual({ name: "c" });
  });

  it("compares elements by identity", () => {
    const [one, two] = [document.createElement("p"), document.createElement("p")];
    expect(share({ element: one }, { element: two }).element).toBe(two);
  });
});

describe("words", () => {
  it.each([
    [-5, "0 s"],
    [59_999, "59 s"],
    [60_000, "1 min"],
    [3_599_999, "59 min"],
    [3_600_000, "1 h"],
    [3_900_000, "1 h 5 min"],
    [90_000_000, "1 d 1 h"],
    [172_800_000, "2 d"],
  ])("%i ms is %s", (ms, words) => {
    expect(span(ms)).toBe(words);
  });

  it.each([
    [-1_000, "just now"],
    [59_000, "just now"],
    [125_000, "2 min ago"],
    [3_900_000, "1 h ago"],
  ])("%i ms is %s", (ms, words) => {
    expect(ago(ms)).toBe(words);
  });
});

describe("the place of the bar", () => {
  const viewport = { width: 1_400, height: 900 };
  const pane: Box = { left: 440, top: 60, width: 560, height: 840 };
  const block: Box = { left: 440, top: 800, width: 560, height: 100 };

  it("is right above the composer, inside the conversation", () => {
    expect(standOf({ pane, block, viewport })).toEqual({ how: "above", left: 448, width: 544, bottom: 104 });
  });

  it("is the end of a conversation that has no composer", () => {
    expect(standOf({ pane, block: null, viewport })).toMatchObject({ how: "end", bottom: 4 });
  });

  it("stays inside the viewport and is never wider than is easy to read", () => {
    const box = fc.record({
      left: fc.integer({ min: -200, max: 900 }),
      top: fc.integer({ min: -200, max: 900 }),
      width: fc.integer({ min: 260, max: 3_000 }),
      height: fc.integer({ min: 10, max: 900 }),
    });
    fc.assert(
      fc.property(box, (pane) => {
        const { left, width } = standOf({ pane, block: null, viewport });
        expect(width).toBeGreaterThanOrEqual(240);
        expect(width).toBeLessThanOrEqual(960);
        expect(left + width).toBeLessThanOrEqual(viewport.width + 240);
      }),
    );
  });
});

const low = (width: number, height: number) =>
  isLow(
    { pane: { left: 0, top: 60, width, height }, block: null, viewport: { width, height: height + 60 } },
    width,
  );

describe("a low conversation", () => {
  it("leaves one line to the bar, the sooner the narrower and so higher the bar is", () => {
    expect([low(1_000, 300), low(1_000, 280)]).toEqual([false, true]);
    expect([low(340, 500), low(340, 340)]).toEqual([false, true]);
  });

  it("is measured by what can be seen of it", () => {
    const pane = { left: 0, top: 0, width: 900, height: 2_000 };
    expect(isLow({ pane, block: null, viewport: { width: 900, height: 250 } }, 900)).toBe(true);
  });
});

describe("a narrow conversation", () => {
  const viewport = { width: 900, height: 900 };
  const pane = { left: 700, top: 60, width: 200, height: 800 };

  it("folds the bar, which then stays inside; all of it, if somebody asks, stands over what is beside", () => {
    const ground = { pane, block: null, viewport };
    expect(isLow(ground, 240)).toBe(true);
    expect(standOf(ground, true)).toMatchObject({ left: 708, width: 184 });
    expect(standOf(ground)).toMatchObject({ left: 656, width: 240 });
  });
});

describe("keys", () => {
  it("are told by their place on the keyboard", () => {
    expect(
      ["Digit1", "Digit5", "Numpad1", "KeyN", "Digit0"].map((code) => commandOf(code, DEFAULT_KEYS)),
    ).toEqual(["unqualified", "converted", null, "no_answer", null]);
  });

  it("yield to the page's own access keys 1 to 5", () => {
    const link = document.body.appendChild(document.createElement("a"));
    link.accessKey = "8";
    expect(hasAccessKeys(document, DEFAULT_KEYS)).toBe(false);
    link.accessKey = "s 3";
    expect(hasAccessKeys(document, DEFAULT_KEYS)).toBe(true);
    link.remove();
  });
});
