import type { Health } from "./reading.ts";
import { readLocation } from "./location.ts";

/** What stands in place of everything that is not kept. */
const BLANK = "…";

/** Attributes whose values are the page's own words for its structure, and what such a word may look like. */
const KEPT: Record<string, RegExp> = {
  role: /^(?:alert|article|banner|button|cell|checkbox|columnheader|combobox|complementary|contentinfo|dialog|document|feed|figure|form|generic|grid|gridcell|group|heading|img|link|list|listbox|listitem|log|main|menu|menubar|menuitem|navigation|none|note|option|presentation|progressbar|radio|radiogroup|region|row|rowgroup|search|searchbox|separator|slider|status|switch|tab|table|tablist|tabpanel|textbox|timer|toolbar|tooltip|tree|treeitem)$/,
  dir: /^(?:ltr|rtl|auto)$/,
  lang: /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/,
  contenteditable: /^(?:true|false|plaintext-only)?$/,
  tabindex: /^-?\d$/,
  hidden: /^$/,
  "aria-selected": /^(?:true|false)$/,
  "aria-current": /^(?:true|false|page)$/,
  "aria-hidden": /^(?:true|false)$/,
  "aria-disabled": /^(?:true|false)$/,
  "aria-readonly": /^(?:true|false)$/,
  "aria-busy": /^(?:true|false)$/,
  "aria-expanded": /^(?:true|false)$/,
  "aria-haspopup": /^(?:true|false|menu|listbox|dialog|grid|tree)$/,
  "data-lexical-editor": /^true$/,
  "data-surface-wrapper": /^\d$/,
};

/** Words that surface paths and pagelets are made of: of any other word only its place is kept. */
const STRUCTURE =
  /^(?:bizweb|lib|inbox|INBOX|main|content|layout|thread|threads|list|row|title|detail|details|column|view|header|messenger|message|messages|channel|selector|composer|context|card|and|priority|BizInbox|GenericBizInbox|BizP13NInbox|Uinified|Unified|Generic|Biz|Inbox|P13N|Thread|List|View|Body|Detail|Details|Section|Wrapper|Header|Messenger|Message|Container|Context|Card|Comment|Channel|Selector|Composer)$/;

/** Of a path such as `/bizweb:inbox/thread_row3` the known words, and where the others stood. */
const censoredPath = (path: string): string =>
  path
    .slice(0, 400)
    .split(/([/:_])/)
    .map((part) => (/^[/:_]$/.test(part) || part === "" ? part : censoredWords(part)))
    .join("");

const censoredWords = (part: string): string =>
  (part.match(/[A-Z]?\d*[a-z]+|[A-Z]+|[A-Z]\d+[A-Z]/g) ?? [])
    .map((word) => (STRUCTURE.test(word) || word === "P13N" ? word : BLANK))
    .join("")
    .replaceAll(/…+/g, BLANK);

function censoredAttribute({ name, value }: Attr): string {
  const kept = KEPT[name];
  if (name === "data-surface" || name === "data-pagelet") return `${name}="${censoredPath(value)}"`;
  const isName = /^(?:data|aria)-[a-z]{2,20}(?:-[a-z]{2,20}){0,2}$|^[a-z]{2,12}$/.test(name);
  return `${isName ? name : BLANK}="${kept?.test(value) === true ? value : BLANK}"`;
}

const isKnownTag = (tag: string): boolean =>
  /^(?:a|abbr|article|aside|b|br|button|canvas|div|em|figure|footer|form|g|h[1-6]|header|hr|i|iframe|img|input|label|li|main|nav|ol|p|path|section|span|strong|svg|table|tbody|td|textarea|th|thead|time|tr|ul|video|audio|html|body)$/.test(
    tag,
  );

const ELEMENT = 1;
const TEXT = 3;
const DEPTH = 60;
const LONGEST = 400_000;

/** The tree below an element without a word of it: tags, roles and structure stay, all else is blank. */
export function censored(root: Element, depth = 0): string {
  const tag = root.localName;
  const name = isKnownTag(tag) ? tag : "other";
  if (/^(?:script|style|noscript|template|head)$/.test(tag) || depth > DEPTH) return `<${name}/>`;
  const attributes = [...root.attributes].map((attribute) => ` ${censoredAttribute(attribute)}`).join("");
  const children = [...root.childNodes].map((node) => {
    // safe because: node type 1 is an element.
    if (node.nodeType === ELEMENT) return censored(node as Element, depth + 1);
    return node.nodeType === TEXT && node.nodeValue?.trim() ? BLANK : "";
  });
  return `<${name}${attributes}>${children.join("")}</${name}>`;
}

/** What can be attached to a report that something is not found: the shape of the page and no word of anybody's. */
export interface CensoredReport {
  /** The section of the inbox; never an id. */
  route: string | null;
  /** Parameters of the address by name; their values are blank. */
  parameters: string[];
  health: Health;
  /** Which alternative found each part. */
  found: Record<string, string | null>;
  html: string;
}

const PARAMETERS = new Set([
  "asset_id",
  "business_id",
  "folder",
  "global_scope_id",
  "mailbox_id",
  "page_id",
  "selected_item_id",
  "thread_type",
]);

/** The censored report of the page that is open now. */
export function reportPage(
  document: Document,
  href: string,
  health: Health,
  found: Record<string, string | null>,
): CensoredReport {
  const names = [...(URL.parse(href)?.searchParams.keys() ?? [])];
  return {
    route: readLocation(href)?.route ?? null,
    parameters: [...new Set(names.map((name) => (PARAMETERS.has(name) ? name : BLANK)))],
    health,
    found,
    html: censored(document.body).slice(0, LONGEST),
  };
}
