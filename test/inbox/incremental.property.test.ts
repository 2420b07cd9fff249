import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Stale } from "#lib/inbox/page-reader.ts";
import { type Fixture, fixtures } from "./fixtures.ts";
import { toldPage } from "./told-page.ts";

/** Where no style says on which side a message stands its neighbours do, and what they once said is kept. */
const PAGES = fixtures.filter(
  ({ name, report }) => report.rows.length > 0 && name !== "surface-en-no-styles",
);
const WORDS = [
  "",
  "Omar Saleh",
  "Nora Lind",
  "You: ok",
  "12:30",
  "Sat",
  "Is it still there?",
  "Sent by Ines",
];
const VALUES: Record<string, string[]> = {
  "data-utime": ["1791104461.826", "1791100000", "0"],
  "data-message-id": ["mid.$one", "mid.$two"],
  "aria-selected": ["true", "false"],
  href: ["#", "/latest/inbox/messenger?asset_id=1&selected_item_id=100000000000012&thread_type=FB_MESSAGE"],
};

beforeAll(() => void vi.stubEnv("TZ", "UTC"));
afterAll(() => void vi.unstubAllEnvs());

interface Change {
  kind: "text" | "attribute" | "remove" | "double" | "move";
  where: number;
  to: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("text", "attribute", "remove", "double", "move"),
  where: fc.nat(),
  to: fc.nat(),
});

/** What the page does: only what an observer is told, and never to the parts themselves. */
function apply({ kind, where, to }: Change, document: Document): void {
  const inside = document.querySelectorAll(
    "[role=presentation] *, [data-message-id], [data-message-id] *, [data-surface*=header] *, [data-pagelet*=Header] *",
  );
  const element = inside[where % Math.max(1, inside.length)];
  if (!element) return;
  const names = Object.keys(VALUES).filter((name) => element.hasAttribute(name));
  const name = names[to % Math.max(1, names.length)];
  const values = VALUES[name ?? ""] ?? [];
  if (kind === "text" && element.childElementCount === 0)
    element.textContent = WORDS[to % WORDS.length] ?? "";
  else if (kind === "attribute" && name !== undefined) {
    const value = values[to % (values.length + 1)];
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  } else if (kind === "remove") element.remove();
  else if (kind === "double") element.after(element.cloneNode(true));
  else if (kind === "move") element.parentElement?.append(element);
}

/** A page that is read again and again, as its mutations say, and beside it the same page read for the first time. */
function twice(fixture: Fixture) {
  const { window, stop, read, take, anew } = toldPage(fixture);
  read(take(true));
  return {
    window,
    stop,
    told: () => read(take(true)),
    slow: (part: Stale) => read(new Map([[part, null]])),
    anew,
  };
}

const ROUND: readonly Stale[] = ["places", "list", "header", "pane", "tabs", "details"];

describe("reading what has changed", () => {
  it("gives what reading everything gives, after any changes", { timeout: 120_000 }, async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PAGES),
        fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 4 }),
        async (fixture, batches) => {
          const live = twice(fixture);
          try {
            for (const batch of batches) {
              for (const one of batch) apply(one, live.window.document);
              // The observer is told in a microtask.
              await Promise.resolve();
              const [told, anew] = [live.told(), live.anew()];
              if (told.places.region !== anew.places.region || told.places.list !== anew.places.list) break;
              if (told.places.header !== anew.places.header) break;
              compared += 1;
              expect(told.rows).toEqual(anew.rows);
              expect(told.header).toEqual(anew.header);
              expect(told.pane).toEqual(anew.pane);
            }
            for (const part of ROUND) live.slow(part);
            const anew = live.anew();
            expect(live.slow("places")).toEqual(anew);
          } finally {
            live.stop();
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});
