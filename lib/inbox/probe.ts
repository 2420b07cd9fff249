import { type Channel, isChannel } from "#lib/domain/thread.ts";
import { isPageId } from "./location.ts";
import { answerOf, nonceIn, questionOf } from "./nonce.ts";
import { clean, nameFrom } from "./text.ts";

/** What the page says an element shows. The name stands in the element's text too: that was checked. */
export interface ProbeAnswer {
  id: string;
  name: string;
  channel: Channel | null;
}

/** Asks the page's own world which conversation an element shows; null where it does not say, or says two. */
export type Probe = (element: Element) => ProbeAnswer | null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/**
 * One answer of the page's, checked like any foreign input: digits only, and the name must be what people read on
 * the element.
 */
function checked(value: unknown, shown: string): ProbeAnswer | null {
  if (!isRecord(value) || !isPageId(value.id) || typeof value.title !== "string") return null;
  const name = nameFrom(value.title);
  if (name === null || !shown.includes(name)) return null;
  const channel = typeof value.type === "string" && isChannel(value.type) ? value.type : null;
  return { id: value.id, name, channel };
}

/** Reads the text that the page's side sent. */
export function readAnswer(detail: unknown, shown: string): ProbeAnswer | null {
  if (typeof detail !== "string" || detail.length > 4_000) return null;
  let values: unknown;
  try {
    values = JSON.parse(detail);
  } catch {
    // Foreign input that is no JSON says nothing.
    return null;
  }
  if (!Array.isArray(values)) return null;
  const answers = values.map((value) => checked(value, shown)).filter((answer) => answer !== null);
  const [answer] = answers;
  return answer && answers.every(({ id }) => id === answer.id) ? answer : null;
}

/** The extension's side of the probe. Questions and answers pass as events on the element itself, at once. */
export function createProbe(window: Window & typeof globalThis, nonce: string): Probe {
  const known = new WeakMap<Element, { heard: unknown; shown: string; answer: ProbeAnswer | null }>();
  const question = questionOf(nonce);
  const answer = answerOf(nonce);
  return (element) => {
    let heard: unknown = null;
    const listen = (event: Event) => {
      event.stopImmediatePropagation();
      if (event.target === element) heard = Reflect.get(event, "detail");
    };
    window.addEventListener(answer, listen, { capture: true });
    element.dispatchEvent(new window.CustomEvent(question));
    window.removeEventListener(answer, listen, { capture: true });
    // The same answer on the same text was checked before: the header is asked at each look.
    const shown = element.textContent ?? "";
    const old = known.get(element);
    if (old && old.heard === heard && old.shown === shown) return old.answer;
    const read = readAnswer(heard, clean(shown));
    known.set(element, { heard, shown, answer: read });
    return read;
  };
}

/** The probe of this frame; null where its side in the page's world was never started. */
export function probeIn(window: Window & typeof globalThis, world: object): Probe | null {
  const nonce = nonceIn(world);
  return nonce === null ? null : createProbe(window, nonce);
}
