import type { AnchorName, AnchorPack } from "#lib/domain/anchor-pack.ts";
import { createFinder, type Finder } from "./finder.ts";
import { pageWords, readHeader } from "./header.ts";
import { healthOf } from "./health.ts";
import { locate } from "./locate.ts";
import type { InboxLocation } from "./location.ts";
import { type Health, PARTS } from "./reading.ts";
import { rowElements } from "./rows.ts";
import { isSame } from "./same.ts";

/** How often a team's pack is compared with the one in the build; while a part is missing, sooner. */
const PROVE_MS = 60_000;
const DOUBT_MS = 2_000;

const NAMED: ReadonlySet<AnchorName> = new Set(["header", "row", "title"]);

interface Choosing {
  document: Document;
  builtIn: AnchorPack;
  /** The team's pack as it stands now. */
  team: () => AnchorPack | null;
}

/** A pack by which a page is read: a team's own, or that of this version of Rung. */
export interface PackUsed {
  revision: string;
  isTeams: boolean;
}

/** What the page is read with at an instant; `health` is what the last look found. */
export type ChooseFinder = (at: number, location: InboxLocation | null, health: Health | null) => Finder;

const foundIn = (health: Health): number => PARTS.filter((part) => health[part] === "found").length;

/** What a finder proves of the page as it stands. */
function prove(finder: Finder, { body }: Document, location: InboxLocation | null): Health {
  const places = locate(body, finder);
  const rows = places.list ? rowElements(places.list, finder).length : 0;
  const { name } = readHeader(places, body, pageWords(places, body), []);
  return healthOf({ places, rows, name, isAsked: (location?.id ?? null) !== null }, body);
}

/**
 * A team's pack is used as long as it finds no less of the page than the one in the build does. It moves where things
 * are looked for and never what is read: no name lies among the messages, whatever a pack says.
 */
export function createPackChoice({ document, builtIn, team }: Choosing): ChooseFinder {
  const own = createFinder(builtIn);
  let pack: AnchorPack | null = null;
  let theirs: Finder | null = null;
  let region: HTMLElement | null = null;
  let provedAt = Number.NEGATIVE_INFINITY;
  let isWorse = false;

  const messages = () => (region?.isConnected ? region : document.querySelector("[data-message-id]"));
  const allows = (anchor: AnchorName, element: HTMLElement): boolean => {
    if (anchor === "region") return messages() === null || element.contains(messages());
    if (!NAMED.has(anchor)) return true;
    if (element.closest("[data-message-id]") || element.querySelector("[data-message-id]")) return false;
    return region === null || (!region.contains(element) && !element.contains(region));
  };

  return (at, location, health) => {
    const wanted = team();
    if (!isSame(wanted, pack)) {
      pack = wanted;
      theirs = pack && createFinder(pack, allows);
      provedAt = Number.NEGATIVE_INFINITY;
    }
    if (!theirs) return own;
    const isDoubtful = health !== null && PARTS.some((part) => health[part] === "missing");
    if (location !== null && at - provedAt >= (isDoubtful ? DOUBT_MS : PROVE_MS)) {
      provedAt = at;
      region = locate(document.body, own).region;
      isWorse = foundIn(prove(theirs, document, location)) < foundIn(prove(own, document, location));
    }
    return isWorse ? own : theirs;
  };
}
