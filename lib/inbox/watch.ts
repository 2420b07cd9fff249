import type { AnchorPack } from "#lib/domain/anchor-pack.ts";
import { ANCHOR_PACK } from "./anchors-pack.ts";
import { type CensoredReport, reportPage } from "./censor.ts";
import { createBeginning } from "./beginning.ts";
import { createConcluder } from "./conclude.ts";
import { type Layout, layoutOf } from "./layout.ts";
import type { Finder } from "./finder.ts";
import { createLearning } from "./learning.ts";
import { readLocation } from "./location.ts";
import { startLooking } from "./looking.ts";
import type { InboxMemory } from "./memory.ts";
import { createOwnSends } from "./own-sends.ts";
import { createPackChoice, type PackUsed } from "./pack-choice.ts";
import { createPageFrames, type PageFrames } from "./page-frames.ts";
import { type Changes, createPageReader, type PageReader, type PageReading } from "./page-reader.ts";
import type { Probe } from "./probe.ts";
import type { InboxReading } from "./reading.ts";
import { isSame } from "./same.ts";

export interface WatchOptions {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  /** Epoch ms. */
  now: () => number;
  memory: InboxMemory;
  /** Gets each reading that differs from the one before. */
  onReading: (reading: InboxReading) => void;
  /** Something of ours threw; the page never sees it. */
  onFault: (error: unknown) => void;
  /** The probe as it stands now; null while it is switched off. */
  probe?: () => Probe | null;
  /** What the team listens for in what customers write. */
  keywords?: () => readonly { word: string }[];
  layout?: Layout;
  frames?: PageFrames;
  /** A team's own pack as it stands now; null is the one in the build. */
  anchors?: () => AnchorPack | null;
}

export interface InboxWatch {
  /** Looks now instead of soon, and hands a new reading over first: for a key that is about to tag. */
  look: () => InboxReading | null;
  /** Looks now if the page has told of something in the open conversation that was not read yet. */
  catchUp: () => void;
  /** The shape of the page as it stands, without a word of anybody's, for a report of what is not found. */
  report: () => CensoredReport | null;
  /** By which pack the page is read now; null before the first look. */
  pack: () => PackUsed | null;
}

/** What is said of a page that could not be read. */
const BLIND: InboxReading = {
  surface: false,
  channel: null,
  asset: null,
  open: null,
  rows: [],
  health: {
    surface: "missing",
    list: "missing",
    rows: "missing",
    header: "missing",
    messages: "missing",
    composer: "missing",
    tabs: "missing",
    details: "missing",
  },
  theme: "light",
  dir: "ltr",
  language: { tag: "", known: false },
  place: { composer: null, list: null, pane: null },
};

const NO_KEYWORDS: readonly { word: string }[] = [];
const nothing = () => NO_KEYWORDS;
const noTeam = () => null;

/** The name stands in the list too, or was read with the id: it is no word that the header shows while it loads. */
function isVouched({ open, rows }: InboxReading): boolean {
  const { name = null, sources = [] } = open?.identity ?? {};
  return (
    rows.some((row) => row.name === name) ||
    sources.some(({ source }) => source === "probe" || source === "row")
  );
}

/**
 * Watches Meta's inbox until the signal aborts: each change of the page leads to a look soon after, an independent look
 * every second catches what no mutation told, and `onReading` gets what is new. Never clicks, hovers or scrolls
 * anything of the page's, and never throws into it.
 */
export function watchInbox(options: WatchOptions): InboxWatch {
  const { window, signal, memory, onReading, onFault, probe = () => null } = options;
  const layout = options.layout ?? layoutOf(window);
  const own = createOwnSends();
  const { document } = window;
  const href = () => window.location.href;
  const keywords = options.keywords ?? nothing;
  const choose = createPackChoice({ document, builtIn: ANCHOR_PACK, team: options.anchors ?? noTeam });
  let used: Finder | null = null;
  let reader: PageReader;
  /** What reads the page from now on: with another pack, everything anew. */
  const readerAt = (at: number): PageReader => {
    const finder = choose(at, readLocation(href()), last?.health ?? null);
    if (finder !== used) reader = createPageReader({ document, href, layout, finder, own, keywords });
    used = finder;
    return reader;
  };
  const concluder = createConcluder(createBeginning(layout));
  let page: PageReading | null = null;
  let last: InboxReading | null = null;
  let clock = 0;
  const now = () => (clock = Math.max(clock, options.now()));

  const learning = createLearning(memory, {
    remember: (known) => {
      concluder.remember(known);
      looking.within(0);
    },
    onFault,
  });

  const readOnce = (changes: Changes, isAsked: boolean): InboxReading => {
    const at = now();
    page = readerAt(at).read(changes, at);
    own.watch(page.places.composer, at);
    // A slow look reads the header anew, and a key is about to tag: the page is asked again whose it is.
    if (isAsked || changes.has("header")) concluder.doubt();
    const { reading, sighting, recheckAt } = concluder.conclude(page, at, probe());
    if (reading.surface && reading.asset !== null) learning.recall(reading.asset);
    if (reading.open && isVouched(reading)) learning.learn(reading.open.identity, sighting.lastAt, at);
    if (recheckAt !== null && reading.surface) looking.within(recheckAt - at);
    return reading;
  };

  const look = (isAsked: boolean) => {
    try {
      const reading = readOnce(looking.take(isAsked), isAsked);
      if (isSame(reading, last)) return last;
      last = reading;
      onReading(reading);
    } catch (error) {
      // What was certain before is not any more.
      last = null;
      looking.doubt();
      onReading(BLIND);
      onFault(error);
    }
    return last;
  };

  const looking = startLooking({
    window,
    signal,
    now,
    frames: options.frames ?? createPageFrames(window, signal),
    look: () => void look(false),
    typed: () => own.watch(page?.places.composer ?? null, now()),
    page: () => page,
    isCertain: () => last?.open?.identity.certain === true,
  });

  // What stands in the composer is read before the page acts on a key or a click: Enter empties it.
  const beforeSend = ({ target }: Event) => {
    const composer = page?.places.composer ?? null;
    if (composer && target instanceof window.Node && page?.places.pane?.contains(target))
      own.watch(composer, now());
  };
  for (const kind of ["keydown", "pointerdown", "input"])
    window.addEventListener(kind, beforeSend, { signal, capture: true, passive: true });

  look(true);
  return {
    look: () => look(true),
    catchUp: looking.catchUp,
    report: () => page && reportPage(window.document, window.location.href, page.health, page.places.by),
    pack: () => used && { revision: used.pack.revision, isTeams: used.pack !== ANCHOR_PACK },
  };
}
