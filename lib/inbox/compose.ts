import { aroundCaret, isComposer, isTextarea, kindOf, textIn } from "./composer.ts";
import { pageElement, pageWindow } from "./page-window.ts";

/** How an insertion ended. Where it is not `inserted`, the text is to be handed over another way. */
export interface Inserted {
  inserted: boolean;
  /**
   * `not_taken`: the composer is as it was. `changed`: something else stands there than was to be, so nothing more is
   * put in. `moved_on`: another conversation came up before the text went in. `left`: it did before the text was seen.
   */
  because: "verified" | "no_composer" | "moved_on" | "left" | "not_taken" | "changed" | "busy";
}

export interface InsertOptions {
  window: Window & typeof globalThis;
  composer: HTMLElement | null;
  /** The composer as it stands now: the page may draw it anew meanwhile. */
  again?: () => HTMLElement | null;
  text: string;
  /** Asked before the focus moves and again before the text goes in: is this still the conversation it is meant for? */
  isStillOpen: () => boolean;
  /** Where the caret stood when the composer last had the focus. */
  caret?: Range | null;
  signal: AbortSignal;
}

/** An editor commits within 16 ms; one that has not by then is given this long. */
const SETTLE_MS = 1_000;
/** How often the caret is put where it was, against an editor that moves it away. */
const CARET_TRIES = 3;
/** One text at a time, whichever composer it is for: the page may draw the same one anew. */
let isBusy = false;
/** Fields that somebody was in: their caret stands where it was left. */
const entered = new WeakSet<HTMLElement>();

const frame = (window: Window): Promise<void> =>
  new Promise((resolve) => {
    // A hidden tab draws no frames.
    const timer = window.setTimeout(resolve, 100);
    window.requestAnimationFrame(() => {
      window.clearTimeout(timer);
      resolve();
    });
  });

/**
 * Editors keep line breaks each in their own way, and draw an emoji with or without the sign that says that it is one:
 * two texts are compared without any space or such signs.
 */
const squeezed = (text: string): string => text.replace(/[\s\u200B\uFEFF\p{Variation_Selector}]+/gu, "");

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
    if (composer.selectionEnd === 0 && !entered.has(composer))
      composer.setSelectionRange(composer.value.length, composer.value.length);
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

/** Waits until the text stands there, and still does two frames later: an editor may take it back. */
async function settled(options: InsertOptions, composer: HTMLElement, expected: Expected): Promise<Inserted> {
  const { window, signal, isStillOpen, again = () => null } = options;
  const end = window.performance.now() + SETTLE_MS;
  let seen = 0;
  await frame(window);
  await frame(window);
  for (;;) {
    const at = composer.isConnected ? composer : (again() ?? composer);
    const now = squeezed(textIn(at));
    seen = isThere(now, expected) ? seen + 1 : 0;
    if (seen > 2) return { inserted: true, because: "verified" };
    if (window.performance.now() < end && !signal.aborted) {
      await frame(window);
      continue;
    }
    if (!isStillOpen()) return { inserted: false, because: "left" };
    return { inserted: false, because: now === expected.before ? "not_taken" : "changed" };
  }
}

/** Moves the focus into the composer, to where its caret was; answers whether the page leaves it there. */
async function enter({ window, caret = null }: InsertOptions, composer: HTMLElement): Promise<boolean> {
  const isIn = () => composer.contains(window.document.activeElement);
  if (isIn()) return true;
  composer.focus({ preventScroll: true });
  for (let tries = 0; tries < CARET_TRIES; tries++) {
    placeCaret(composer, caret);
    const placed = JSON.stringify(aroundCaret(composer));
    await frame(window);
    await frame(window);
    // An editor that had not heard of the selection yet may put the one before back.
    if (!isIn() || JSON.stringify(aroundCaret(composer)) === placed) break;
  }
  return isIn();
}

/**
 * Puts a text at the caret of the composer, once, and reads back what stands there when the editor has settled.
 * Never presses Send or Enter, and never tries a second time: a text that came late would stand there twice.
 */
export async function insertText(options: InsertOptions): Promise<Inserted> {
  const { window, composer, isStillOpen } = options;
  const text = options.text.replace(/\r\n?/g, "\n");
  if (!composer || kindOf(composer) === "none" || !composer.isConnected || !isComposer(composer))
    return { inserted: false, because: "no_composer" };
  if (isBusy) return { inserted: false, because: "busy" };
  if (!isStillOpen()) return { inserted: false, because: "moved_on" };
  isBusy = true;
  try {
    const isIn = await enter(options, composer);
    if (!isStillOpen()) return { inserted: false, because: "moved_on" };
    // A text must not go where the focus went instead: a search, a dialog, a composer that was drawn anew.
    if (!isIn || !composer.isConnected) return { inserted: false, because: "not_taken" };
    const expected = expectedIn(composer, text);
    put(window, composer, text);
    return await settled(options, composer, expected);
  } finally {
    isBusy = false;
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
  // A selection that is made and left within a frame is never told of; the focus is still in the composer here.
  document.addEventListener("focusout", remember, { signal, capture: true, passive: true });
  const enter = ({ target }: Event) => {
    const field = composer();
    if (field !== null && field === target) entered.add(field);
  };
  document.addEventListener("focusin", enter, { signal, capture: true, passive: true });
  return () => last;
}
