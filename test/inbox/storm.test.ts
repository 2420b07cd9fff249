import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { threadKey } from "#lib/domain/thread.ts";
import { reportOf } from "./check-report.ts";
import { type Fixture, fixtures } from "./fixtures.ts";
import { readSaved } from "./saved-page.ts";

const MUTATIONS = 2_000;
const STORMS = fixtures.filter(({ report }) => report.thread !== null && report.identity.certain);

beforeAll(() => void vi.stubEnv("TZ", "UTC"));
afterAll(() => void vi.unstubAllEnvs());

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Mutation = (element: Element, random: () => number) => void;

/** What a roll-out of Meta's, a re-render or another extension may do to one element. */
const KINDS: Mutation[] = [
  (element) => {
    const wrapper = element.ownerDocument.createElement("div");
    element.replaceWith(wrapper);
    wrapper.append(element);
  },
  (element) => element.remove(),
  (element, random) => {
    const [name] = [...element.attributes].toSorted(() => random() - 0.5);
    if (name) element.removeAttribute(name.name);
  },
  (element, random) => element.setAttribute("class", `x${Math.floor(random() * 1e9).toString(36)}`),
  (element) => element.replaceWith(element.cloneNode(true)),
  (element) => element.parentElement?.append(element),
  (element) => element.removeAttribute("data-surface"),
  (element) => element.removeAttribute("role"),
  (element, random) => {
    if (element.childElementCount === 0)
      element.textContent = ["", "Loading", "You: ok", "12:30"][Math.floor(random() * 4)] ?? "";
  },
  (element) => element.after(element.cloneNode(true)),
];

interface Outcome {
  reading: ReturnType<typeof reportOf> | null;
  /** A strong source and the header's name are still there to be seen. */
  isReadable: boolean;
}

function mutated({ html, url, now, report }: Fixture, seed: number, count: number): Outcome {
  const random = seeded(seed);
  const { window } = new JSDOM(html, { url });
  const { document } = window;
  for (let done = 0; done < count; done++) {
    const elements = document.body.querySelectorAll("*");
    const element = elements[Math.floor(random() * elements.length)];
    if (element) KINDS[Math.floor(random() * KINDS.length)]?.(element, random);
  }
  const header = document.querySelector(
    "[data-surface$=detail_view_header],[data-pagelet*=DetailViewHeader]",
  );
  const tab = document.querySelector(`a[href*="${report.thread?.id}"]`);
  const isReadable = header?.textContent?.includes(report.customer ?? "") === true && tab !== null;
  const left = document.documentElement.outerHTML;
  return { reading: reportOf(readSaved(left, url, now * 1000)), isReadable };
}

describe("a storm of mutations", () => {
  it(
    "never throws, never names a wrong conversation, and seldom gives up while the signs are there",
    { timeout: 600_000 },
    () => {
      const tally = { pages: 0, right: 0, unknown: 0, wrong: 0, readable: 0, readableRight: 0 };
      const each = 4;
      for (let seed = 0; seed < MUTATIONS / each; seed++) {
        const fixture = STORMS[seed % STORMS.length];
        if (!fixture) continue;
        const { reading, isReadable } = mutated(fixture, seed + 1, each);
        const { thread, identity } = reading ?? { thread: null, identity: { certain: false } };
        const isRight =
          identity.certain &&
          thread !== null &&
          fixture.report.thread !== null &&
          threadKey(thread) === threadKey(fixture.report.thread);
        tally.pages += 1;
        tally.readable += Number(isReadable);
        if (isRight) tally.right += 1;
        else if (identity.certain) tally.wrong += 1;
        else tally.unknown += 1;
        if (isReadable && isRight) tally.readableRight += 1;
      }
      process.stderr.write(`storm: ${MUTATIONS} mutations, ${JSON.stringify(tally)}\n`);
      expect(tally.wrong).toBe(0);
      expect(tally.readableRight / tally.readable).toBeGreaterThanOrEqual(0.9);
      expect(tally.pages).toBe(MUTATIONS / each);
    },
  );
});
