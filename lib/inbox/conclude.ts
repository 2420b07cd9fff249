import type { Acquaintance } from "#lib/domain/thread.ts";
import type { DetailsReading } from "./ad.ts";
import type { SeeBeginning } from "./beginning.ts";
import { boxed } from "./dom.ts";
import { vote } from "./identity.ts";
import { heardWords, seenMessages } from "./messages.ts";
import type { PageReading } from "./page-reader.ts";
import { createPageProbe } from "./page-probe.ts";
import type { Probe } from "./probe.ts";
import type { Identity, InboxReading, OpenReading, RowReading } from "./reading.ts";
import { createRowProbe } from "./row-probe.ts";
import { type RowKnowledge, threadOfRow } from "./row-threads.ts";
import { isSame } from "./same.ts";
import { assetOf, sectionChannel, sight } from "./sight.ts";
import type { Sighting } from "./sighting.ts";
import { knowsLines } from "./system-lines.ts";
import { initialVote, recalled } from "./vote-state.ts";

export interface Conclusion {
  /** The very same where nothing else is concluded. */
  reading: InboxReading;
  sighting: Sighting;
  /** When to look again although nothing changes, on the clock of `at`; null for no such time. */
  recheckAt: number | null;
}

export interface Concluder {
  conclude: (page: PageReading, at: number, probe: Probe | null) => Conclusion;
  /** What earlier days knew. */
  remember: (acquaintances: readonly Acquaintance[]) => void;
  /** The page's own world is asked anew whose conversation is open. */
  doubt: () => void;
}

/** Rows that wait to be asked about are asked soon. */
const NEXT_ROWS_MS = 100;

/** Of the inbox, and of a section that holds conversations. */
const isInbox = ({ location, places }: PageReading): boolean => location !== null && places.surface;

/** The details are of the open conversation: they show its name, and its profile where they link to one. */
const isOwn = ({ hasName, profile }: DetailsReading, { thread }: Identity): boolean =>
  hasName && (profile === null || thread?.channel !== "FB_MESSAGE" || profile === thread.id);

function openOf(page: PageReading, identity: Identity, beginning: boolean): OpenReading {
  const { pane, details, composer } = page;
  const messages = pane?.messages ?? [];
  const undirected = messages.filter(({ kind }) => kind === null).length;
  return {
    identity,
    messages: seenMessages(messages),
    undirected,
    handovers: pane?.handovers ?? [],
    beginning: beginning && undirected === 0,
    ad: {
      line: pane?.adLine !== null && pane !== null,
      id: details.adId,
      at: pane?.adLine?.at ?? null,
      isOwn: isOwn(details, identity),
    },
    heard: heardWords(messages),
    composer,
  };
}

function readingOf(
  page: PageReading,
  identity: Identity,
  rows: RowReading[],
  beginning: boolean,
): InboxReading {
  const { places, location, health, theme, dir, language } = page;
  const isOpen = places.region !== null || page.header.name !== null;
  return {
    surface: isInbox(page),
    channel: identity.thread?.channel ?? location?.channel ?? null,
    asset: assetOf(page),
    open: isOpen ? openOf(page, identity, beginning) : null,
    rows,
    health,
    theme,
    dir,
    language: { tag: language, known: knowsLines(language) },
    place: { composer: places.composer, list: boxed(places.list), pane: boxed(places.pane) },
  };
}

const rowsOf = ({ rows }: PageReading, known: RowKnowledge): RowReading[] =>
  rows.map((row) => {
    const { href: _href, digest: _digest, ...reading } = row;
    return { ...reading, thread: threadOfRow(row, rows, known) };
  });

/** The same value again while all that it is made of is the same. */
function createKept<Value>() {
  let last: { of: readonly unknown[]; value: Value } | null = null;
  return (of: readonly unknown[], make: () => Value): Value => {
    if (!last?.of.every((one, index) => Object.is(one, of[index]))) last = { of, value: make() };
    return last.value;
  };
}

/** Draws the conclusions from what was read: which conversation is open, and which rows are certainly whose. */
export function createConcluder(seeBeginning: SeeBeginning): Concluder {
  const rowProbe = createRowProbe();
  const pageProbe = createPageProbe();
  const keptRows = createKept<RowReading[]>();
  const keptReading = createKept<InboxReading>();
  let votes = initialVote();
  let identity: Identity | null = null;
  /** Rows that were left for the next look. */
  let turns = 0;

  return {
    remember(acquaintances) {
      votes = recalled(votes, acquaintances);
    },
    doubt: pageProbe.forget,
    conclude(page, at, probe) {
      const sighting = sight(page, at, probe && pageProbe.over(probe, page, identity?.certain === true));
      const ballot = vote(votes, sighting);
      votes = ballot.state;
      if (!identity || !isSame(ballot.identity, identity)) ({ identity } = ballot);
      const open = identity;
      const { acquaintances } = votes;
      const [asset, channel] = [sighting.asset, sectionChannel(page)];
      let isDone = true;
      const rows = keptRows([page.rows, open, acquaintances, asset, channel, probe, turns], () => {
        const turn = rowProbe.turn(probe);
        const read = rowsOf(page, { asset, channel, acquaintances, identity: open, probed: turn.ask });
        isDone = turn.isDone();
        return read;
      });
      if (!isDone) turns += 1;
      const region = page.places.region !== null || page.header.name !== null ? page.places.region : null;
      const beginning = seeBeginning(region, page.pane, at);
      const reading = keptReading([page, open, rows, beginning.isSeen], () =>
        readingOf(page, open, rows, beginning.isSeen),
      );
      const rowsAt = isDone ? null : at + NEXT_ROWS_MS;
      const times = [ballot.recheckAt, rowsAt, beginning.dueAt].filter((time) => time !== null);
      return { reading, sighting, recheckAt: times.length > 0 ? Math.min(...times) : null };
    },
  };
}
