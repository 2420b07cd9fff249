/** Heard only before any script of the page runs: how the two sides of the probe find each other. */
const HELLO = "rung:hello";
const NONCE = "rung:nonce";

const SLOT = Symbol.for("rung.probe.nonce");

/** Scripts of one extension share their world's global object in a frame; the page has another one. */
const shared = (world: object): { [SLOT]?: string } =>
  // safe because: only this file writes the slot.
  world as { [SLOT]?: string };

/**
 * The extension's side, at `document_start`: makes the word that pairs questions with answers and hands it to the
 * side in the page's world, which asks for it before the page has run anything.
 * @param random as many random bytes as asked for
 */
export function offerNonce(
  world: object,
  window: Window & typeof globalThis,
  random: (bytes: number) => Uint8Array,
): void {
  const { document } = window;
  const nonce = [...random(16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  shared(world)[SLOT] = nonce;
  const say = () => document.dispatchEvent(new window.CustomEvent(NONCE, { detail: nonce }));
  document.addEventListener(HELLO, say, { once: true });
  say();
}

/** The word that `offerNonce` left in this world; null where it never ran. */
export const nonceIn = (world: object): string | null => shared(world)[SLOT] ?? null;

/** The page's side, at `document_start`: takes the word once. */
export function takeNonce(window: Window & typeof globalThis, take: (nonce: string) => void): void {
  const { document } = window;
  const listen = (event: Event) => {
    const detail: unknown = Reflect.get(event, "detail");
    if (typeof detail === "string") take(detail);
  };
  document.addEventListener(NONCE, listen, { once: true });
  document.dispatchEvent(new window.CustomEvent(HELLO));
}

export const questionOf = (nonce: string): string => `rung:${nonce}:ask`;
export const answerOf = (nonce: string): string => `rung:${nonce}:tell`;
