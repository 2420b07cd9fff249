import type { ComposerKind } from "./reading.ts";
import { clean } from "./text.ts";

/** What the composer holds now. `caret` counts characters of `text` before the caret; null where it is elsewhere. */
export interface ComposerReading {
  kind: ComposerKind;
  text: string;
  caret: number | null;
}

export const isTextarea = (element: Element): element is HTMLTextAreaElement =>
  element.tagName === "TEXTAREA";

/** A field that a person can write in now: not a search, not one that is closed or hidden. */
export const isComposer = (element: HTMLElement): boolean =>
  !element.closest("[aria-hidden=true],[hidden],[role=search],[role=dialog]") &&
  element.getAttribute("aria-disabled") !== "true" &&
  element.getAttribute("aria-readonly") !== "true" &&
  (isTextarea(element)
    ? !element.disabled && !element.readOnly
    : /^(?:|true|plaintext-only)$/.test(element.getAttribute("contenteditable") ?? "false"));

export const kindOf = (composer: HTMLElement | null): ComposerKind => {
  if (!composer) return "none";
  return isTextarea(composer) ? "textarea" : "lexical";
};

const isBlock = (node: Node): boolean => node.nodeName === "P" || node.nodeName === "DIV";

/** The text of a composer with its line breaks, as far as the page's elements say. */
export function textIn(composer: HTMLElement): string {
  if (isTextarea(composer)) return composer.value;
  const lines: string[] = [];
  let isOpen = false;
  for (const node of composer.childNodes) {
    const text = lineOf(node);
    if (isOpen && !isBlock(node)) lines.push((lines.pop() ?? "") + text);
    else lines.push(text);
    isOpen = !isBlock(node);
  }
  return lines.join("\n");
}

/** Nothing is written in it yet. */
export const isEmpty = (composer: HTMLElement): boolean =>
  textIn(composer).replace(/[\s\u200B\uFEFF]+/gu, "") === "";

/** What people read in some nodes: breaks, and the emoji that the page draws as pictures. */
function textOf(root: Node): string {
  let text = "";
  const visit = (node: Node) => {
    if (node.nodeName === "BR") text += "\n";
    // safe because: an element by its name.
    else if (node.nodeName === "IMG") text += (node as Element).getAttribute("alt") ?? "";
    else if (node.nodeType === 3) text += node.nodeValue ?? "";
    for (const child of node.childNodes) visit(child);
  };
  visit(root);
  return text;
}

/** A line that is empty, or ends with a break, holds one break more than people see. */
function lineOf(line: Node): string {
  const text = textOf(line);
  return isBlock(line) && text.endsWith("\n") ? text.slice(0, -1) : text;
}

/** What stands before and after the caret or selection; null where the selection is not in the composer. */
export function aroundCaret(composer: HTMLElement): { before: string; after: string } | null {
  if (isTextarea(composer)) {
    const { value, selectionStart, selectionEnd } = composer;
    return { before: value.slice(0, selectionStart), after: value.slice(selectionEnd) };
  }
  const selection = composer.ownerDocument.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (!range || !composer.contains(range.commonAncestorContainer)) return null;
  const before = range.cloneRange();
  before.selectNodeContents(composer);
  before.setEnd(range.startContainer, range.startOffset);
  const after = range.cloneRange();
  after.selectNodeContents(composer);
  after.setStart(range.endContainer, range.endOffset);
  return { before: textOf(before.cloneContents()), after: textOf(after.cloneContents()) };
}

export function readComposer(composer: HTMLElement | null): ComposerReading {
  if (!composer) return { kind: "none", text: "", caret: null };
  const caret = aroundCaret(composer)?.before.length ?? null;
  return { kind: kindOf(composer), text: textIn(composer), caret };
}

/** Whether something is written that opening another conversation would lose. */
export const holdsText = (composer: HTMLElement | null): boolean =>
  composer !== null && clean(textIn(composer)) !== "";
