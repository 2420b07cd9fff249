import type { Acquaintance } from "#lib/domain/thread.ts";
import type { DetailsReading } from "./ad.ts";
import type { SeeBeginning } from "./beginning.ts";
import { boxed } from "./dom.ts";
import { vote } from "./identity.ts";
import { heardWords, seenMessages } from "./messages.ts";
import type { PageReading } from "./page-reader.ts";
import type { Probe } from "./probe.ts";
import type { Identity, InboxReading, OpenReading } from "./reading.ts";
import { createRowProbe } from "./row-probe.ts";
import { threadOfRow } from "./row-threads.ts";
import { assetOf, sectionChannel, sight } from "./sight.ts";
import type { Sighting } from "./sighting.ts";
import { knowsLines } from "./system-lines.ts";
import { initialVote, recalled } from "./vote-state.ts";

export interface Conclusion {
  reading: InboxReading;
  sighting: Sighting;
  /** When to look again although nothing changes, on the clock of `at`; null for no such time. */
  recheckAt: number | null;
}

export interface Concluder {
  conclude: (page: PageReading, at: number, probe: Probe | null) => Conclusion;
  /** What earlier days knew. */
  remember: (acquaintances: readonly Acquaintance[]) => void;
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

/** Draws the conclusions from what was read: which conversation is open, and which rows are certainly whose. */
export function createConcluder(seeBeginning: SeeBeginning): Concluder {
  const rowProbe = createRowProbe();
  let votes = initialVote();
  return {
    remember(acquaintances) {
      votes = recalled(votes, acquaintances);
    },
    conclude(page, at, probe) {
      const { places, location, health, theme, dir, language } = page;
      const sighting = sight(page, at, probe);
      const ballot = vote(votes, sighting);
      votes = ballot.state;
      const { identity } = ballot;
      const isOpen = places.region !== null || page.header.name !== null;
      const turn = rowProbe.turn(probe);
      const known = {
        asset: sighting.asset,
        channel: sectionChannel(page),
        acquaintances: votes.acquaintances,
        identity,
        probed: turn.ask,
      };
      const rows = page.rows.map((row) => {
        const { href: _href, digest: _digest, ...reading } = row;
        return { ...reading, thread: threadOfRow(row, page.rows, known) };
      });
      const beginning = seeBeginning(isOpen ? places.region : null, page.pane, at);
      const reading: InboxReading = {
        surface: isInbox(page),
        channel: identity.thread?.channel ?? location?.channel ?? null,
        asset: assetOf(page),
        open: isOpen ? openOf(page, identity, beginning.isSeen) : null,
        rows,
        health,
        theme,
        dir,
        language: { tag: language, known: knowsLines(language) },
        place: { composer: places.composer, list: boxed(places.list), pane: boxed(places.pane) },
      };
      const rowsAt = turn.isDone() ? null : at + NEXT_ROWS_MS;
      const times = [ballot.recheckAt, rowsAt, beginning.dueAt].filter((time) => time !== null);
      return { reading, sighting, recheckAt: times.length > 0 ? Math.min(...times) : null };
    },
  };
}
