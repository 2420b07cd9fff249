import type {
  Bubble,
  Entry,
  LineEntry,
  LineSeed,
  MessageEntry,
  MessageSeed,
} from "#test/business-suite/types.ts";
import { hashOf } from "./random.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** An id in the shape of the page's own (`mid.$…`), the same for the same thread and place. */
export function messageId(thread: string, place: number): string {
  let tail = "";
  for (let part = 0; tail.length < 22; part += 1) {
    let hash = hashOf(`${thread}/${place}/${part}`);
    for (let letter = 0; letter < 5; letter += 1) {
      tail += LETTERS[hash % 64];
      hash = Math.floor(hash / 64);
    }
  }
  return `mid.$cAA${tail.slice(0, 22)}`;
}

const MINUTE = 60_000;

const timeOf = (seed: { at?: number; minutesAgo?: number }, now: number): number =>
  seed.at ?? now - (seed.minutesAgo ?? 0) * MINUTE;

const bubblesOf = ({ text, texts, sticker }: MessageSeed): Bubble[] => {
  if (sticker !== undefined) return [{ sticker }];
  return (texts ?? [text ?? ""]).map((one) => ({ text: one }));
};

export function messageOf(seed: MessageSeed, thread: string, place: number, now: number): MessageEntry {
  return {
    kind: "message",
    id: seed.id ?? messageId(thread, place),
    at: timeOf(seed, now),
    from: seed.from,
    bubbles: bubblesOf(seed),
    ...(seed.sentBy !== undefined && { sentBy: seed.sentBy }),
    ...(seed.automatic && { automatic: true }),
    ...(seed.bot && { bot: true }),
    ...(seed.quotes !== undefined && { quotes: seed.quotes }),
  };
}

export const lineOf = (seed: LineSeed, now: number): LineEntry => ({
  kind: "line",
  at: timeOf(seed, now),
  line: seed.line,
  ...(seed.who !== undefined && { who: seed.who }),
  ...(seed.what !== undefined && { what: seed.what }),
});

export const entryOf = (seed: MessageSeed | LineSeed, thread: string, place: number, now: number): Entry =>
  "line" in seed ? lineOf(seed, now) : messageOf(seed, thread, place, now);

/** What a row shows of a message; a sticker shows as its own sign. */
export const textOf = (message: MessageEntry): string =>
  message.bubbles.map((bubble) => ("text" in bubble ? bubble.text : bubble.sticker)).at(-1) ?? "";
