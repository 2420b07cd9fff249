import type { KnownThread, SaleRow, ThreadNamed, UnmatchedSale } from "./sale-row.ts";
import { threadKey } from "./thread.ts";

/** A row whose thread is certain. */
export interface MatchedSale {
  row: SaleRow;
  of: KnownThread;
  /** One text for one purchase, whatever the file that tells of it; of rows that say the same the n-th is the n-th. */
  key: string;
}

export interface SalesMatch<Matched extends MatchedSale = MatchedSale> {
  matched: Matched[];
  unmatched: UnmatchedSale[];
}

/**
 * Finds the thread of each row: the one that it names, else the one that has its reference (that of an earlier sale,
 * or the m.me `ref` it came by). A row that none or several fit is listed, never guessed.
 */
export function matchSales(rows: readonly SaleRow[], known: readonly KnownThread[]): SalesMatch {
  const byId = Map.groupBy(known, ({ thread }) => thread.id);
  const byRef = indexOfRefs(known);
  const match: SalesMatch = { matched: [], unmatched: [] };
  const seen = new Map<string, number>();
  for (const row of rows) {
    const { thread, ref } = row;
    const found = thread
      ? (byId.get(thread.id) ?? []).filter(isNamed(thread))
      : ref === null
        ? []
        : (byRef.get(ref) ?? []);
    const [only, ...more] = found;
    if (only && more.length === 0) match.matched.push({ row, of: only, key: keyOf(row, only, seen) });
    else match.unmatched.push({ row, reason: whyNot(row, found.length) });
  }
  return match;
}

const isNamed =
  ({ channel, asset }: ThreadNamed) =>
  ({ thread }: KnownThread): boolean =>
    (channel === null || thread.channel === channel) && (asset === null || thread.asset === asset);

function whyNot({ thread, ref }: SaleRow, found: number): string {
  if (!thread && ref === null) return "This row names neither a reference nor a thread.";
  const by = thread ? `thread ${thread.id}` : `reference ${ref}`;
  return found === 0
    ? `No conversation of a counted Page has the ${by}.`
    : `${found} conversations have the ${by}: which one bought is not known.`;
}

/** The m.me references that a thread came by. */
export const sourceRefs = ({ conversations }: KnownThread): string[] =>
  conversations.flatMap(({ touches }) =>
    touches.flatMap(({ source }) => (source.kind === "ref" ? source.ref : [])),
  );

function indexOfRefs(known: readonly KnownThread[]): Map<string, KnownThread[]> {
  const index = new Map<string, KnownThread[]>();
  for (const one of known) {
    const sold = one.conversations.flatMap(({ sales }) => sales.flatMap(({ ref }) => ref ?? []));
    for (const ref of new Set([...sold, ...sourceRefs(one)]))
      index.set(ref, [...(index.get(ref) ?? []), one]);
  }
  return index;
}

/** @param seen how often each content came up so far */
function keyOf(row: SaleRow, { thread }: KnownThread, seen: Map<string, number>): string {
  const content = JSON.stringify([threadKey(thread), row.ref, row.day, row.amountMinor, row.currency]);
  const count = seen.get(content) ?? 0;
  seen.set(content, count + 1);
  return `${content} ${count}`;
}
