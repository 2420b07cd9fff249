/** What is wrong with a placeholder; the interface shows it in red where it stands. */
export const MACRO_PROBLEMS = {
  unclosed: "This placeholder is not closed. Add }} where it ends.",
  no_name: "This placeholder names nothing.",
  two_fallbacks: "This placeholder has two fallback texts. Keep one.",
  unknown_variable: "There is no such variable. Choose one from the list.",
  no_value: "This is not known here. Add a text to use instead, as in {{customer.first_name|there}}.",
  not_answered: "This has not been filled in.",
} as const;
export type MacroProblem = keyof typeof MACRO_PROBLEMS;

export const FILTERS = {
  upper: (text: string) => text.toUpperCase(),
  lower: (text: string) => text.toLowerCase(),
  title: (text: string) =>
    text.replaceAll(/(?<![\p{L}\p{M}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase()),
  first_word: (text: string) => text.trim().split(/\s+/)[0] ?? "",
} as const satisfies Record<string, (text: string) => string>;
export type Filter = keyof typeof FILTERS;

/** A part of a template. `source` is the placeholder as it was written. */
export type Segment =
  | { kind: "text"; text: string }
  | { kind: "variable" | "field"; source: string; name: string; filters: Filter[]; fallback: string | null }
  | { kind: "error"; source: string; problem: MacroProblem };

const ASK = "ask:";

/**
 * Takes a template apart. `{{name}}` is a variable, `{{ask:name}}` a form field; after a bar come filters (FILTERS) and
 * at most one other text, the fallback for a value that is not known: `{{customer.first_name|title|there}}`. What
 * cannot be read is an error segment; nothing is dropped.
 */
export function parseMacro(template: string): Segment[] {
  const segments: Segment[] = [];
  let cursor = 0;
  const addText = (until: number) => {
    if (until > cursor) segments.push({ kind: "text", text: template.slice(cursor, until) });
  };
  while (cursor < template.length) {
    const open = template.indexOf("{{", cursor);
    if (open === -1) break;
    addText(open);
    const close = template.indexOf("}}", open);
    if (close === -1)
      return [...segments, { kind: "error", source: template.slice(open), problem: "unclosed" }];
    cursor = close + 2;
    segments.push(parsePlaceholder(template.slice(open, cursor)));
  }
  addText(template.length);
  return segments;
}

const isFilter = (text: string): text is Filter => Object.hasOwn(FILTERS, text);

function parsePlaceholder(source: string): Segment {
  const [head = "", ...parts] = source
    .slice(2, -2)
    .split("|")
    .map((part) => part.trim());
  const isField = head.startsWith(ASK);
  const name = isField ? head.slice(ASK.length).trim() : head;
  const fallbacks = parts.filter((part) => !isFilter(part));
  if (name === "") return { kind: "error", source, problem: "no_name" };
  if (fallbacks.length > 1) return { kind: "error", source, problem: "two_fallbacks" };
  const filters = parts.filter(isFilter);
  return { kind: isField ? "field" : "variable", source, name, filters, fallback: fallbacks[0] ?? null };
}

/** What a person is asked before the macro is inserted, in order, each once. */
export function fieldsOf(segments: readonly Segment[]): { name: string; fallback: string | null }[] {
  const fields = new Map<string, string | null>();
  for (const segment of segments)
    if (segment.kind === "field") fields.set(segment.name, fields.get(segment.name) ?? segment.fallback);
  return [...fields].map(([name, fallback]) => ({ name, fallback }));
}

export type MacroValue = string | number | boolean | null | undefined;

/** The values of all variables that there are, by name: null, undefined and "" are "not known", 0 and false are values. */
export type MacroValues = Readonly<Record<string, MacroValue>>;

/** A piece of the text to insert, or what stands in its way. */
export type Piece = { kind: "text"; text: string } | { kind: "error"; source: string; problem: MacroProblem };

/**
 * Puts values and answers in. A name that is not among the variables is an error even with a fallback; a variable
 * without a value takes its fallback, else it is an error. Never an empty string for want of knowledge.
 */
export const fillMacro = (
  segments: readonly Segment[],
  values: MacroValues,
  answers: MacroValues = {},
): Piece[] =>
  segments.map((segment): Piece => {
    if (segment.kind === "text" || segment.kind === "error") return segment;
    const { kind, source, name, filters, fallback } = segment;
    const isKnown = kind === "field" || Object.hasOwn(values, name);
    if (!isKnown) return { kind: "error", source, problem: "unknown_variable" };
    const value = textOf((kind === "field" ? answers : values)[name]);
    if (value !== null)
      return { kind: "text", text: filters.reduce((text, filter) => FILTERS[filter](text), value) };
    return fallback === null
      ? { kind: "error", source, problem: kind === "field" ? "not_answered" : "no_value" }
      : { kind: "text", text: fallback };
  });

function textOf(value: MacroValue): string | null {
  if (value === null || value === undefined || value === "" || Number.isNaN(value)) return null;
  return String(value);
}

/** The text to insert; null while a piece of it is an error. */
export function macroText(pieces: readonly Piece[]): string | null {
  const texts = pieces.flatMap((piece) => (piece.kind === "text" ? piece.text : []));
  return texts.length === pieces.length ? texts.join("") : null;
}
