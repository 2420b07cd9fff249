/** A half-open stretch of time, `[from, to)`, in milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** The same time as few spans in order: empty ones are dropped, those that overlap or touch become one. */
export function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (to <= from) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What is left of `spans` when the time of `out` is taken away. */
export function without(spans: readonly Span[], out: readonly Span[]): Span[] {
  const gone = union(out);
  return union(spans).flatMap(({ from, to }) => {
    const kept: Span[] = [];
    let cursor = from;
    for (const hole of gone) {
      if (hole.to <= cursor || hole.from >= to) continue;
      if (hole.from > cursor) kept.push({ from: cursor, to: hole.from });
      cursor = hole.to;
    }
    if (cursor < to) kept.push({ from: cursor, to });
    return kept;
  });
}

/** The parts of `spans` that lie within `[from, to)`. */
export const within = (spans: readonly Span[], { from, to }: Span): Span[] =>
  union(spans.map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) })));
