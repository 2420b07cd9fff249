import { JSDOM } from "jsdom";
import { ANCHOR_PACK } from "#lib/inbox/anchors-pack.ts";
import { createFinder } from "#lib/inbox/finder.ts";
import { layoutOf } from "#lib/inbox/layout.ts";
import { startLooking } from "#lib/inbox/looking.ts";
import { createOwnSends } from "#lib/inbox/own-sends.ts";
import { createPageFrames } from "#lib/inbox/page-frames.ts";
import { type Changes, createPageReader, type PageReader, type PageReading } from "#lib/inbox/page-reader.ts";
import type { Fixture } from "./fixtures.ts";

const NO_WORDS: [] = [];

/** What reads a page for the first time, by the pack in the build. */
export const readerOf = (window: Window & typeof globalThis, href: string): PageReader =>
  createPageReader({
    document: window.document,
    href: () => href,
    layout: layoutOf(window),
    finder: createFinder(ANCHOR_PACK),
    own: createOwnSends(),
    keywords: () => NO_WORDS,
  });

/** A page whose mutations are followed, on a clock that the test moves; nobody looks by itself. */
export function toldPage({ html, url, now }: Fixture) {
  const { window } = new JSDOM(html, { url, pretendToBeVisual: true });
  const controller = new window.AbortController();
  const reader = readerOf(window, url);
  let at = now * 1000;
  let page: PageReading | null = null;
  const looking = startLooking({
    window,
    signal: controller.signal,
    now: () => at,
    frames: createPageFrames(window, controller.signal),
    look: () => undefined,
    typed: () => undefined,
    page: () => page,
    isCertain: () => true,
  });
  const read = (changes: Changes): PageReading => (page = reader.read(changes, at));
  return {
    window,
    stop: () => controller.abort(),
    pass: (ms: number) => void (at += ms),
    take: looking.take,
    read,
    anew: () => readerOf(window, url).read(new Map([["everything", null]]), at),
  };
}
