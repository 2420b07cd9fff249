import { type Acquaintance, type Channel, type Thread } from "#lib/domain/thread.ts";
import { readLocation } from "./location.ts";
import type { ProbeAnswer } from "./probe.ts";
import type { Identity } from "./reading.ts";
import type { RawRow } from "./rows.ts";

export interface RowKnowledge {
  asset: string | null;
  /** What the open section holds; null where it holds several. */
  channel: Channel | null;
  acquaintances: ReadonlyMap<string, Acquaintance>;
  identity: Identity | null;
  /** What the page says a row shows; null where it was not asked, or does not say. */
  probed: (row: RawRow) => ProbeAnswer | null;
}

interface Index {
  byName: ReadonlyMap<string, readonly Acquaintance[]>;
  byId: ReadonlyMap<string, readonly Acquaintance[]>;
}

const indexes = new WeakMap<ReadonlyMap<string, Acquaintance>, Index>();

/** Two thousand acquaintances and forty rows: looked up by name and id, and sorted once. */
function indexOf(acquaintances: ReadonlyMap<string, Acquaintance>): Index {
  const known = indexes.get(acquaintances);
  if (known) return known;
  const all = [...acquaintances.values()];
  const index = {
    byName: Map.groupBy(all, ({ name }) => name),
    byId: Map.groupBy(all, ({ thread }) => thread.id),
  };
  indexes.set(acquaintances, index);
  return index;
}

const countOf = (names: readonly (string | null)[], name: string | null): number =>
  names.filter((other) => other === name).length;

function byLink(row: RawRow, asset: string): Thread | null {
  const location = row.href === null ? null : readLocation(row.href);
  if (!location?.id || !location.channel || (location.asset ?? asset) !== asset) return null;
  return { channel: location.channel, asset, id: location.id };
}

function byProbe(
  row: RawRow,
  asset: string,
  { probed, channel, acquaintances }: RowKnowledge,
): Thread | null {
  const answer = probed(row);
  if (!answer || answer.name !== row.name) return null;
  const met = indexOf(acquaintances)
    .byId.get(answer.id)
    ?.find(({ thread }) => thread.asset === asset);
  const of = answer.channel ?? channel ?? met?.thread.channel ?? null;
  return of && { channel: of, asset, id: answer.id };
}

/** What was learned counts only for the very time it was learned with, and only while the name is one person's. */
function byMemory(
  row: RawRow,
  rows: readonly RawRow[],
  asset: string,
  { acquaintances }: RowKnowledge,
): Thread | null {
  if (
    row.lastAt === null ||
    row.precision !== "second" ||
    countOf(
      rows.map(({ name }) => name),
      row.name,
    ) > 1
  )
    return null;
  const met = (indexOf(acquaintances).byName.get(row.name ?? "") ?? []).filter(
    ({ thread }) => thread.asset === asset,
  );
  const [one] = met;
  return one && met.length === 1 && one.lastAt === row.lastAt ? one.thread : null;
}

/** The one selected row shows the conversation that is certainly open. */
function byOpen(row: RawRow, rows: readonly RawRow[], { identity }: RowKnowledge): Thread | null {
  const isOpen = row.selected && rows.filter(({ selected }) => selected).length === 1;
  return isOpen && identity?.certain === true && identity.name === row.name ? identity.thread : null;
}

/** The thread of a row where that is certain (architecture, Rows carry no id). Two ways that disagree are none. */
export function threadOfRow(row: RawRow, rows: readonly RawRow[], known: RowKnowledge): Thread | null {
  const { asset } = known;
  if (asset === null) return null;
  const ways = [
    byLink(row, asset),
    byProbe(row, asset, known),
    byMemory(row, rows, asset, known),
    byOpen(row, rows, known),
  ];
  const threads = ways.filter((thread) => thread !== null);
  const [thread] = threads;
  return thread && threads.every(({ id }) => id === thread.id) ? thread : null;
}
