import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { readFiber } from "#lib/inbox/fiber.ts";
import { nonceIn, offerNonce } from "#lib/inbox/nonce.ts";
import { startProbe } from "#lib/inbox/probe-page.ts";
import { createProbe, probeIn, readAnswer } from "#lib/inbox/probe.ts";
import { fixture } from "./fixtures.ts";
import { type LivePage, untilReading, watchFixture } from "./live-page.ts";

const ID = "100000000000011";

/** As React leaves it on an element: the thread hangs some steps above. */
function giveFiber(element: Element, thread: unknown, steps = 2): void {
  let fiber: Record<string, unknown> = { memoizedProps: { thread }, return: null };
  for (let step = 0; step < steps; step++) fiber = { memoizedProps: { step }, return: fiber };
  Reflect.set(element, "__reactFiber$abc", fiber);
}

function row(text: string, thread: unknown, steps?: number): HTMLElement {
  const element = document.createElement("div");
  element.textContent = text;
  giveFiber(element, thread, steps);
  document.body.append(element);
  return element;
}

const random = (bytes: number) => Uint8Array.from({ length: bytes }, (_, index) => index * 7);

afterEach(() => document.body.replaceChildren());

describe("the probe", () => {
  it("asks the page's world and hears its answer, whichever side starts first", () => {
    for (const isPageFirst of [true, false]) {
      const world = {};
      if (isPageFirst) startProbe(window);
      offerNonce(world, window, random);
      if (!isPageFirst) startProbe(window);
      const probe = probeIn(window, world);
      expect(
        probe?.(row("Nora Lind Hi", { threadID: ID, title: "Nora Lind", threadType: "IG_MESSAGE" })),
      ).toEqual({
        id: ID,
        name: "Nora Lind",
        channel: "IG_MESSAGE",
      });
    }
  });

  it("is not there without its word, and answers nobody who has it not", () => {
    expect(probeIn(window, {})).toBeNull();
    expect(nonceIn({})).toBeNull();
    startProbe(window);
    const asked = createProbe(window, "guessed")(row("Nora Lind", { threadID: ID, title: "Nora Lind" }));
    expect(asked).toBeNull();
  });

  it("lets no listener of the page hear a question", () => {
    const heard: string[] = [];
    const world = {};
    startProbe(window);
    offerNonce(world, window, random);
    const element = row("Nora Lind", { threadID: ID, title: "Nora Lind" });
    for (const kind of ["ask", "tell"])
      document.body.addEventListener(`rung:${nonceIn(world)}:${kind}`, () => heard.push(kind), true);
    expect(probeIn(window, world)?.(element)?.id).toBe(ID);
    expect(heard).toEqual([]);
  });
});

describe("what the page's world answers", () => {
  it("is what hangs nearest, and nothing far away", () => {
    expect(readFiber(row("Nora", { threadID: ID, title: "Nora" }, 3))).toBe(
      JSON.stringify([{ id: ID, title: "Nora", type: null }]),
    );
    expect(readFiber(row("Nora", { threadID: ID, title: "Nora" }, 40))).toBe("[]");
    expect(readFiber(document.createElement("div"))).toBe("[]");
  });

  it("is empty where the page throws", () => {
    const element = document.createElement("div");
    Object.defineProperty(element, "__reactFiber$x", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(readFiber(element)).toBe("[]");
  });
});

const answer = (...values: unknown[]) => readAnswer(JSON.stringify(values), "Nora Lind Hi there");

describe("an answer is foreign input", () => {
  it("counts with digits and a name that stands in the text", () => {
    expect(answer({ id: ID, title: "Nora Lind" })).toEqual({ id: ID, name: "Nora Lind", channel: null });
    expect(answer({ id: ID, title: "Omar" })).toBeNull();
    expect(answer({ id: "1e5", title: "Nora Lind" })).toBeNull();
    expect(answer({ id: "9".repeat(65), title: "Nora Lind" })).toBeNull();
    expect(answer({ id: Number(ID), title: "Nora Lind" })).toBeNull();
    expect(answer({ id: ID, title: "" })).toBeNull();
    expect(answer({ id: ID, title: "Nora Lind", type: "SMS" })?.channel).toBeNull();
  });

  it("counts not where two answers disagree", () => {
    expect(answer({ id: ID, title: "Nora Lind" }, { id: "100000000000099", title: "Nora Lind" })).toBeNull();
  });

  it("never throws and never lets anything but digits through", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), fc.string(), (detail, shown) => {
        const read = readAnswer(detail, shown);
        expect(read === null || /^\d{3,64}$/.test(read.id)).toBe(true);
      }),
    );
  });
});

describe("with the probe", () => {
  let page: LivePage | null = null;
  afterEach(() => page?.stop());

  it("the open conversation is certain at once, and rows are whose they are", async () => {
    page = watchFixture(fixture("surface-en-id-dropped"), {
      probe: (window) => {
        const world = {};
        startProbe(window);
        offerNonce(world, window, random);
        for (const element of window.document.querySelectorAll("[role=presentation]"))
          giveFiber(element, { threadID: ID, title: "Ivo Petkov", threadType: "FB_MESSAGE" });
        giveFiber(
          window.document.querySelector("[data-surface$=detail_view_header]") ?? window.document.body,
          {
            threadID: ID,
            title: "Ivo Petkov",
          },
        );
        return probeIn(window, world);
      },
    });
    await untilReading(page, ({ rows }) => rows[0]?.thread?.id === ID);
    const [seen] = page.readings.at(-1)?.rows ?? [];
    expect(seen?.thread).toEqual({ channel: "FB_MESSAGE", asset: "9000000000000001", id: ID });
    expect(page.readings.at(-1)?.open?.identity.sources).toMatchObject([{ source: "probe" }]);
  });
});
