/** Marks that the page puts around numbers and names in right-to-left text, and characters without a width. */
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** Text as people read it: no direction marks, single spaces. */
export const clean = (text: string): string => text.replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();

const NAME_LENGTH = 200;

/** A name, or null where nothing is left of it; at most 200 characters. */
export const nameFrom = (text: string): string | null =>
  [...clean(text.slice(0, NAME_LENGTH * 4))].slice(0, NAME_LENGTH).join("").trim() || null;

const INLINE = new Set(["A", "ABBR", "B", "BDI", "EM", "I", "IMG", "MARK", "SPAN", "STRONG", "TIME", "U"]);

/** What does not stand in a line of text with its neighbours. */
export const isBox = (element: Element): boolean =>
  !INLINE.has(element.tagName) || element.hasAttribute("role");

/** One run of text that the page shows together, and the element that holds it. */
export interface TextRun {
  text: string;
  element: Element;
}

const ELEMENT = 1;
const TEXT = 3;

/**
 * The runs of text below `root` in page order: neighbours that are not boxes of their own read as one run, so that a
 * name and the button beside it never do. Emoji are pictures whose `alt` holds no letter.
 * @param skips elements that are not read, with all that is in them
 */
export function runsOf(root: Element, skips: (element: Element) => boolean): TextRun[] {
  const runs: TextRun[] = [];
  let open: { text: string; element: Element } | null = null;
  const close = () => {
    const text = clean(open?.text ?? "");
    if (open && text) runs.push({ text, element: open.element });
    open = null;
  };
  const add = (text: string, element: Element) => {
    open ??= { text: "", element };
    open.text += text;
  };
  const visit = (node: Node) => {
    if (node.nodeType === TEXT && node.parentElement && node.nodeValue?.trim())
      add(node.nodeValue, node.parentElement);
    else if (node.nodeType === TEXT && open) open.text += " ";
    if (node.nodeType !== ELEMENT) return;
    // safe because: node type 1 is an element.
    const element = node as Element;
    if (element !== root && skips(element)) return;
    if (element.tagName === "IMG") {
      const alt = element.getAttribute("alt") ?? "";
      if (alt && !/\p{L}/u.test(alt)) add(alt, element);
      return;
    }
    const stands = isBox(element);
    if (stands) close();
    for (const child of element.childNodes) visit(child);
    if (stands) close();
  };
  visit(root);
  close();
  return runs;
}

/** A short number for a text (FNV-1a, 32 bits): two texts can be told apart without keeping either. */
export function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
