import type { Channel, Thread } from "#lib/domain/thread.ts";

/** Where an id of the open conversation can be read. `probe` and `row` read it together with the name beside it. */
export const ID_SOURCES = ["address", "tab", "probe", "row"] as const;
export type IdSource = (typeof ID_SOURCES)[number];

/** What one source says: an id, and the channel where the source names one. */
export interface Claim {
  id: string;
  channel: Channel | null;
}

/** Everything at one moment that bears on which conversation is open. */
export interface Sighting {
  /** Milliseconds on a clock that never goes back. */
  at: number;
  asset: string | null;
  /** What the section of the inbox holds, or the address says. */
  channel: Channel | null;
  /** `probe` and `row` only where they gave the header's name with the id. */
  claims: Readonly<Record<IdSource, Claim | null>>;
  /** The header's. */
  name: string | null;
  /** The one selected row's, where one row alone is selected. */
  selectedName: string | null;
  /** The last time of the open conversation's row, epoch ms. */
  lastAt: number | null;
  /** Names that stand on two rows at once. */
  twinNames: readonly string[];
  /** Ids of the messages shown; where a pane has none, digests of them that begin with "~". */
  keys: readonly string[];
}

/** A source that names a thread; `bound` ones read the name with it. */
export interface Vote {
  source: IdSource;
  thread: Thread;
}

export const isBound = ({ source }: Vote): boolean => source === "probe" || source === "row";

/** How many sources speak independently: the probe and a row's link look at one and the same thing. */
export const independent = (votes: readonly Vote[]): number =>
  new Set(votes.map((vote) => (isBound(vote) ? "bound" : vote.source))).size;
