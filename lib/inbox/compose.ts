import { aroundCaret, isComposer, isTextarea, kindOf, textIn } from "./composer.ts";
import { pageElement, pageWindow } from "./page-window.ts";

/** How an insertion ended. Where it is not `inserted`, the text is to be handed over another way. */
export interface Inserted {
  inserted: boolean;
  /**
   * `not_taken`: the composer is as it was. `changed`: something else stands there than was to be, so nothing more is
   * put in. `moved_on`: another conversation came up before the text went in.
   */
  because: "verified" | "no_composer" | "moved_on" | "not_taken" | "changed" | "busy";
}

export interface InsertOptions {
  window: Window & typeof globalThis;
  composer: HTMLElement | null;
  text: string;
  /** Asked before the focus moves and again before the text goes in: is this still the conversation it is meant for? */
  isStillOpen: () => boolean;
  /** Where the caret stood when the composer last had the focus. */
  caret?: Range | null;
  signal: AbortSignal;
}

/** An editor commits within 16 ms; one that has not by then is given this long. */
const SETTLE_MS = 400;
const busy = new WeakSet<HTMLElement>();

const frame = (window: Window): Promise<void> =>
  new Promise((resolve) => {
    // A hidden tab draws no frames.
    const timer = window.setTimeout(resolve, 100);
    window.requestAnimationFrame(() => {
      window.clearTimeout(timer);
      resolve();
    });
  });

/** Editors keep line breaks each in their own way: two texts are compared without any space. */
const squeezed = (text: string): string => text.replace(/[\s\u200B\uFEFF]+/gu, "");

interface Expected {
  before: string;
  text: string;
  /** What is to be left beside the new text. */
  rests: readonly string[];
}

function expectedIn(composer: HTMLElement, text: string): Expected {
  const before = squeezed(textIn(composer));
  const around = aroundCaret(composer);
  const rest = around && squeezed(around.before) + squeezed(around.after);
  return { before, text: squeezed(text), rests: rest === null ? [before] : [before, rest] };
}

/** The text stands there once more, and nothing else has changed. */
function isThere(now: string, { text, rests }: Expected): boolean {
  for (let at = now.indexOf(text); at !== -1; at = now.indexOf(text, at + 1))
    if (rests.includes(now.slice(0, at) + now.slice(at + text.length))) return true;
  return false;
}

/** Behind the last character; in an empty line, at its start. */
function endOf(composer: HTMLElement): Range {
  const range = composer.ownerDocument.createRange();
  const line = composer.lastElementChild ?? composer;
  range.selectNodeContents(line);
  range.collapse(line.textContent === "");
  return range;
}

function placeCaret(composer: HTMLElement, caret: Range | null): void {
  if (isTextarea(composer)) {
    // A field that was never entered has its caret before everything.
    if (composer.selectionEnd === 0) composer.setSelectionRange(composer.value.length, composer.value.length);
    return;
  }
  const selection = composer.ownerDocument.getSelection();
  if (!selection) return;
  const isUsable = caret !== null && composer.contains(caret.commonAncestorContainer);
  const range = isUsable ? caret : endOf(composer);
  selection.removeAllRanges();
  selection.addRange(range);
}

/** A paste as the page would see one: rich and plain editors take it whole, lines and all, as one step of undo. */
function paste(window: Window & typeof globalThis, composer: HTMLElement, text: string): void {
  const page = pageWindow(window);
  const init = new page.Object() as ClipboardEventInit;
  init.bubbles = true;
  init.cancelable = true;
  init.clipboardData = new page.DataTransfer();
  const event = new page.ClipboardEvent("paste", init);
  event.clipboardData?.setData("text/plain", text);
  pageElement(composer).dispatchEvent(event);
}

function put(window: Window & typeof globalThis, composer: HTMLElement, text: string): void {
  if (isTextarea(composer)) window.document.execCommand("insertText", false, text);
  else paste(window, composer, text);
}

async function settled(options: InsertOptions, composer: HTMLElement, expected: Expected): Promise<Inserted> {
  const { window, signal } = options;
  const end = window.performance.now() + SETTLE_MS;
  await frame(window);
  await frame(window);
  for (;;) {
    const now = squeezed(textIn(composer));
    if (isThere(now, expected)) return { inserted: true, because: "verified" };
    if (window.performance.now() >= end || signal.aborted)
      return { inserted: false, because: now === expected.before ? "not_taken" : "changed" };
    await frame(window);
  }
}

/**
 * Puts a text at the caret of the composer, once, and reads back what stands there when the editor has settled.
 * Never presses Send or Enter, and never tries a second time: a text that came late would stand there twice.
 */
export async function insertText(options: InsertOptions): Promise<Inserted> {
  const { window, composer, isStillOpen, caret = null } = options;
  const text = options.text.replace(/\r\n?/g, "\n");
  if (!composer || kindOf(composer) === "none" || !composer.isConnected || !isComposer(composer))
    return { inserted: false, because: "no_composer" };
  if (busy.has(composer)) return { inserted: false, because: "busy" };
  if (!isStillOpen()) return { inserted: false, because: "moved_on" };
  busy.add(composer);
  try {
    if (window.document.activeElement !== composer) {
      composer.focus({ preventScroll: true });
      placeCaret(composer, caret);
      await frame(window);
      await frame(window);
    }
    if (!isStillOpen() || !composer.isConnected) return { inserted: false, because: "moved_on" };
    const expected = expectedIn(composer, text);
    put(window, composer, text);
    return await settled(options, composer, expected);
  } finally {
    busy.delete(composer);
  }
}

/**
 * Remembers where the caret stood in the composer, for a text that is inserted after the focus went elsewhere.
 * @returns a function that gives the range, or null where the caret was never in this composer
 */
export function rememberCaret(
  window: Window,
  signal: AbortSignal,
  composer: () => HTMLElement | null,
): () => Range | null {
  let last: Range | null = null;
  const { document } = window;
  const remember = () => {
    const selection = document.getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    if (range && composer()?.contains(range.commonAncestorContainer) === true) last = range.cloneRange();
  };
  document.addEventListener("selectionchange", remember, { signal, passive: true });
  return () => last;
}
