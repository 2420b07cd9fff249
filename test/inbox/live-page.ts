import { JSDOM } from "jsdom";
import { vi } from "vitest";
import type { AnchorPack } from "#lib/domain/anchor-pack.ts";
import type { Acquaintance } from "#lib/domain/thread.ts";
import type { Layout } from "#lib/inbox/layout.ts";
import type { Probe } from "#lib/inbox/probe.ts";
import type { InboxReading } from "#lib/inbox/reading.ts";
import { type InboxWatch, watchInbox } from "#lib/inbox/watch.ts";
import type { Fixture } from "./fixtures.ts";

/** A fixture that is being watched: the test moves the clock and the page. */
export interface LivePage {
  window: Window & typeof globalThis;
  watch: InboxWatch;
  readings: InboxReading[];
  faults: unknown[];
  learnt: Acquaintance[];
  /** Lets so many ms pass on the adapter's clock, and looks. */
  pass: (ms: number) => InboxReading;
  find: (selector: string) => HTMLElement;
  stop: () => void;
}

export interface LiveOptions {
  /** Runs before the adapter looks for the first time. */
  prepare?: (window: Window & typeof globalThis) => void;
  known?: Acquaintance[];
  probe?: (window: Window & typeof globalThis) => Probe | null;
  layout?: (window: Window) => Layout;
  keywords?: () => readonly { word: string }[];
  anchors?: () => AnchorPack | null;
}

export function watchFixture({ html, url, now }: Fixture, options: LiveOptions = {}): LivePage {
  const { window } = new JSDOM(html, { url, pretendToBeVisual: true });
  options.prepare?.(window);
  const controller = new window.AbortController();
  const readings: InboxReading[] = [];
  const faults: unknown[] = [];
  const learnt: Acquaintance[] = [];
  let at = now * 1000;
  const startedAt = performance.now();
  const probe = options.probe?.(window) ?? null;
  const watch = watchInbox({
    window,
    signal: controller.signal,
    now: () => at + performance.now() - startedAt,
    memory: {
      recall: () => Promise.resolve(options.known ?? []),
      learn: (acquaintance) => void learnt.push(acquaintance),
    },
    onReading: (reading) => void readings.push(reading),
    onFault: (error) => void faults.push(error),
    probe: () => probe,
    ...(options.keywords && { keywords: options.keywords }),
    ...(options.anchors && { anchors: options.anchors }),
    ...(options.layout && { layout: options.layout(window) }),
  });
  return {
    window,
    watch,
    readings,
    faults,
    learnt,
    pass(ms) {
      at += ms;
      const reading = watch.look();
      if (!reading) throw new Error("The page could not be read.");
      return reading;
    },
    find(selector) {
      const element = window.document.querySelector<HTMLElement>(selector);
      if (!element) throw new Error(`The page has no ${selector}.`);
      return element;
    },
    stop: () => controller.abort(),
  };
}

/** Waits for the adapter's own look, whatever made it look. */
export const untilReading = (page: LivePage, fits: (reading: InboxReading) => boolean): Promise<void> =>
  vi.waitFor(
    () => {
      const reading = page.readings.at(-1);
      if (!reading || !fits(reading)) throw new Error("No such reading yet.");
    },
    { timeout: 5_000, interval: 10 },
  );
