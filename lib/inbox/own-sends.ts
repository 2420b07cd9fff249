import { textIn } from "./composer.ts";
import type { Bubble } from "./pane-items.ts";
import { clean, digestOf } from "./text.ts";

/** A text that left the composer and waits to appear as a message. Kept as a digest, for a minute at most. */
interface Sent {
  digest: string;
  at: number;
  /** Messages that stood there before: none of them is it. */
  before: ReadonlySet<string | Element>;
}

const WAIT_MS = 60_000;

/** Notices what this browser's composer sends: those messages are a person's. Nothing of them is stored. */
export interface OwnSends {
  /** Reads the composer: on each key or click in the page, before the page acts on it, and at each look. */
  watch: (composer: HTMLElement | null, now: number) => void;
  /** Takes the messages shown now, and finds what was sent among them. */
  settle: (bubbles: readonly Bubble[], now: number) => void;
  isOwn: (bubble: Bubble) => boolean;
}

const nameOf = ({ key, element }: Bubble): string | Element => key ?? element;

export function createOwnSends(): OwnSends {
  const own = new Set<string>();
  const ownElements = new WeakSet<Element>();
  let draft: string | null = null;
  let shown: ReadonlySet<string | Element> = new Set();
  let sent: Sent[] = [];

  return {
    watch(composer, now) {
      const text = composer ? clean(textIn(composer)) : "";
      if (text !== "") draft = digestOf(text);
      else if (draft !== null) {
        if (shown.size > 0) sent.push({ digest: draft, at: now, before: shown });
        draft = null;
      }
    },
    settle(bubbles, now) {
      // Another conversation's messages: what left the composer was not sent here.
      const isOther = shown.size > 0 && !bubbles.some((bubble) => shown.has(nameOf(bubble)));
      sent = isOther ? [] : sent.filter(({ at }) => now - at < WAIT_MS);
      for (const one of sent.toReversed()) {
        const bubble = bubbles.findLast(
          (candidate) =>
            candidate.direction === "out" &&
            candidate.digest === one.digest &&
            !one.before.has(nameOf(candidate)),
        );
        if (!bubble) continue;
        ownElements.add(bubble.element);
        if (bubble.key === null) continue;
        own.add(bubble.key);
        sent = sent.filter((other) => other !== one);
      }
      shown = new Set(bubbles.map(nameOf));
    },
    isOwn: ({ key, element }) => (key === null ? ownElements.has(element) : own.has(key)),
  };
}
