import { type DetailsReading, readDetails } from "./ad.ts";
import { kindOf } from "./composer.ts";
import type { Finder } from "./finder.ts";
import { type HeaderReading, pageWords, readHeader } from "./header.ts";
import { healthOf } from "./health.ts";
import type { Layout } from "./layout.ts";
import { locate, NOWHERE, type Places } from "./locate.ts";
import { type InboxLocation, readLocation } from "./location.ts";
import { type PaneReading, readMessages } from "./messages.ts";
import type { OwnSends } from "./own-sends.ts";
import { createPaneMemory } from "./pane-items.ts";
import type { PaneContext } from "./pane-context.ts";
import type { ComposerKind, Health } from "./reading.ts";
import { createRowReader } from "./row-reader.ts";
import type { RawRow } from "./rows.ts";
import { isSame } from "./same.ts";
import { readTabs, type TabsReading } from "./tabs.ts";
import { themeOf } from "./theme.ts";

/** What one look at the page's elements gives, before anything is concluded from it. */
export interface PageReading {
  location: InboxLocation | null;
  places: Places;
  tabs: TabsReading;
  rows: readonly RawRow[];
  header: HeaderReading;
  pane: PaneReading | null;
  details: DetailsReading;
  composer: ComposerKind;
  health: Health;
  theme: "light" | "dark";
  dir: "ltr" | "rtl";
  language: string;
}

/** A part that may have changed since it was read; `places` is where the parts are. */
export type Stale = "places" | "tabs" | "list" | "header" | "pane" | "details" | "everything";

/**
 * What a look reads again; the rest is as it was. With a part stand the nodes that were told to have changed in it; null
 * where nothing was told, and all of it is compared.
 */
export type Changes = ReadonlyMap<Stale, ReadonlySet<Node> | null>;

export interface PageReader {
  /** The very same reading where nothing has changed. */
  read: (changes: Changes, now: number) => PageReading;
  places: () => Places | null;
}

export interface PageReaderDeps {
  document: Document;
  href: () => string;
  layout: Layout;
  finder: Finder;
  own: OwnSends;
  /** What is listened for as it stands now; another list is heard at the next look. */
  keywords: () => PaneContext["keywords"];
}

const NONE: ReadonlySet<Node> = new Set();

const isGone = (places: Places): boolean =>
  [places.list, places.header, places.region, places.composer, places.tabs, places.details].some(
    (part) => part !== null && !part.isConnected,
  );

const dirOf = (document: Document, layout: Layout): "ltr" | "rtl" => {
  const said =
    document.documentElement.dir ||
    document.body.dir ||
    Reflect.get(layout.style(document.body), "direction");
  return said === "rtl" ? "rtl" : "ltr";
};

/** Another element stands for a part. */
const hasMoved = (before: Places, after: Places): boolean =>
  (["list", "header", "region", "composer", "tabs", "details", "pane"] as const).some(
    (part) => before[part] !== after[part],
  );

const selectedFirst = (rows: readonly RawRow[]): string[] =>
  rows.toSorted((a, b) => Number(b.selected) - Number(a.selected)).flatMap(({ name }) => name ?? []);

/** What the open conversation's row says of its last message; nothing where two rows could be it. */
function tailOf(rows: readonly RawRow[], name: string | null): { at: number; digest: string } | null {
  const named = rows.filter((row) => row.name === name);
  const chosen = named.filter(({ selected }) => selected);
  const [row, ...others] = chosen.length > 0 ? chosen : named;
  if (!row || others.length > 0 || row.precision !== "second") return null;
  return row.lastAt !== null && row.digest !== null ? { at: row.lastAt, digest: row.digest } : null;
}

/** Reads the page again and again, and each time only what may have changed. */
export function createPageReader({
  document,
  href,
  layout,
  finder,
  own,
  keywords,
}: PageReaderDeps): PageReader {
  const memory = createPaneMemory();
  const rowReader = createRowReader(finder, layout);
  let words: ReadonlySet<string> = new Set();
  let listened: PaneContext["keywords"] = [];
  let told: PaneContext["tail"] = null;
  let last: PageReading | null = null;

  return {
    places: () => last?.places ?? null,
    read(changes, now) {
      const root = document.body;
      const address = readLocation(href());
      const location = address?.route === "other" ? null : address;
      const language = document.documentElement.lang || "";
      const isListening = listened === keywords();
      listened = keywords();
      const isNew =
        last === null ||
        changes.has("everything") ||
        isGone(last.places) ||
        last.language !== language ||
        (last.location === null) !== (location === null);
      if (last && !isNew && changes.size === 0 && isListening && isSame(last.location, location)) return last;
      const isSought = isNew || changes.has("places");
      const places = isSought || last === null ? (location ? locate(root, finder) : NOWHERE) : last.places;
      const isFresh = isNew || last === null || hasMoved(last.places, places);
      const isStale = (part: Stale) => isFresh || changes.has(part);
      if (isSought) words = pageWords(places, root);
      const keep = <Part>(part: Stale, known: Part | undefined, read: () => Part): Part =>
        isStale(part) || known === undefined ? read() : known;
      const touched = isFresh ? null : (changes.get("list") ?? null);
      const rows = keep("list", last?.rows, () =>
        places.list ? rowReader.read(places.list, now, language, touched) : [],
      );
      const header = keep("header", last?.header, () => readHeader(places, root, words, selectedFirst(rows)));
      const dir = isSought || last === null ? dirOf(document, layout) : last.dir;
      const { name } = header;
      const tail = tailOf(rows, name);
      // What was listened for, whose conversation it is and what its row says all bear on what a message is.
      const isHeard = isListening && last?.header.name === name && last.dir === dir;
      const isPaneKept = isHeard && isSame(tail, told);
      told = tail;
      const inPane = isFresh || !isHeard ? null : changes.has("pane") ? (changes.get("pane") ?? null) : NONE;
      const pane = keep("pane", isPaneKept ? last?.pane : undefined, () =>
        places.region
          ? readMessages(
              places.region,
              { finder, layout, language, now, dir, name, tail, keywords: listened, touched: inPane },
              memory,
              own,
            )
          : null,
      );
      const proof = { places, rows: rows.length, name, isAsked: (location?.id ?? null) !== null };
      last = {
        location,
        places,
        // Which tab counts depends on the address, which moves without a mutation.
        tabs: keep("tabs", isSame(last?.location, location) ? last?.tabs : undefined, () =>
          readTabs(places.tabs, location),
        ),
        rows,
        header,
        pane,
        // Whose details they are depends on the name in the header.
        details: keep("details", last?.header.name === name ? last.details : undefined, () =>
          readDetails(places, name),
        ),
        composer: kindOf(places.composer),
        health: healthOf(proof, root),
        // A page may turn dark by its sheets alone, and no mutation tells of those.
        theme: themeOf(places.pane ?? root, layout),
        dir,
        language,
      };
      return last;
    },
  };
}
