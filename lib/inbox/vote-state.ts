import { type Acquaintance, type Thread, threadKey } from "#lib/domain/thread.ts";
import { ID_SOURCES, type IdSource, type Sighting } from "./sighting.ts";

/** What one source has said: its id, under which names it said it, and how often it moved. */
export interface Track {
  id: string | null;
  /** Names seen under this id, and those of them that stood long enough to be no transition. */
  names: readonly string[];
  held: readonly string[];
  moves: number;
  /** The longest that it was seen to follow a new name by, ms. */
  lag: number;
}

/** The state that changes are measured from: the last certain one, else the first that stood still. */
export interface Base {
  thread: Thread | null;
  name: string | null;
  certain: boolean;
  /** Something else was shown since. */
  isLeft: boolean;
  ids: Readonly<Record<IdSource, string | null>>;
  moves: Readonly<Record<IdSource, number>>;
  views: number;
  keys: ReadonlySet<string>;
}

/** All that one look leaves for the next. A value: each look makes a new one. */
export interface VoteState {
  asset: string | null;
  /** What stands on the page as far as it matters here, and since when it has stood unchanged. */
  picture: string;
  since: number;
  name: string | null;
  /** When each of the views since the base came. */
  viewTimes: readonly number[];
  paneKeys: ReadonlySet<string>;
  paneMoves: number;
  /** How often another conversation came into view; messages that follow a new name are the same one. */
  views: number;
  isPaneDue: boolean;
  /** Other messages came while no name was shown: the name that follows is theirs. */
  isNameDue: boolean;
  tracks: Readonly<Record<IdSource, Track>>;
  base: Base | null;
  twins: ReadonlySet<string>;
  /** Which thread the messages belonged to, of the conversations that were certain lately. */
  panes: readonly { thread: string; keys: ReadonlySet<string> }[];
  acquaintances: ReadonlyMap<string, Acquaintance>;
}

/** What follows a name later than this does not follow it. */
const LONGEST_LAG_MS = 5_000;

/** An address may move this long before the header does; a name that stands longer under an id was shown with it. */
const AHEAD_MS = 150;

/** A name that stood this long under an id was no transition (the tabs follow a click by 0.7 s). */
export const STAND_MS = 1_500;

const forEachSource = <Value>(make: (source: IdSource) => Value): Record<IdSource, Value> => {
  const entries = ID_SOURCES.map((source) => [source, make(source)]);
  // safe because: the entries are made from the list that the key type is.
  return Object.fromEntries(entries) as Record<IdSource, Value>;
};

const blankTrack: Track = { id: null, names: [], held: [], moves: 0, lag: 0 };

export const initialVote = (acquaintances: readonly Acquaintance[] = []): VoteState => ({
  asset: null,
  picture: "",
  since: 0,
  name: null,
  viewTimes: [],
  paneKeys: new Set(),
  paneMoves: 0,
  views: 0,
  isPaneDue: false,
  isNameDue: false,
  tracks: forEachSource(() => blankTrack),
  base: null,
  twins: new Set(),
  panes: [],
  acquaintances: acquainted(new Map(), acquaintances),
});

/** Adds what an earlier day knew; what this page has learned since stands above it. */
export const recalled = (state: VoteState, acquaintances: readonly Acquaintance[]): VoteState => ({
  ...state,
  acquaintances: acquainted(acquainted(new Map(), acquaintances), [...state.acquaintances.values()]),
});

const acquainted = (known: ReadonlyMap<string, Acquaintance>, more: readonly Acquaintance[]) =>
  new Map([...known, ...more.map((one) => [threadKey(one.thread), one] as const)]);

/** Less than a quarter in common: another conversation's messages, not the same ones scrolled. */
export function isOtherPane(known: ReadonlySet<string>, keys: readonly string[]): boolean {
  if (known.size === 0 || keys.length === 0) return false;
  const common = keys.filter((key) => known.has(key)).length;
  return common < Math.max(1, Math.min(known.size, keys.length) / 4);
}

const withName = (names: readonly string[], name: string): readonly string[] =>
  names.includes(name) ? names : [...names, name].slice(-3);

/** Another id: what was known of the old one goes, how far it lagged behind the name stays. */
function movedTrack(track: Track, id: string, behindName: number | null): Track {
  const isLag = behindName !== null && behindName <= LONGEST_LAG_MS;
  const lag = isLag ? Math.max(track.lag, behindName) : track.lag;
  return { id, names: [], held: [], moves: track.moves + Number(track.id !== null), lag };
}

const withNames = (track: Track, name: string, isHeld: boolean): Track => ({
  ...track,
  names: withName(track.names, name),
  held: isHeld ? withName(track.held, name) : track.held,
});

/** Takes a sighting in: what moved, what stood still, and under which names. */
export function observe(last: VoteState, sighting: Sighting): VoteState {
  const { at, asset, claims, name, keys, selectedName } = sighting;
  const before = asset === last.asset ? last : { ...initialVote(), ...carried(last), asset };
  const hasOtherPane = isOtherPane(before.paneKeys, keys);
  const hasOtherName = name !== null && before.name !== null && name !== before.name;
  const paneMoves = before.paneMoves + Number(hasOtherPane);
  const picture = JSON.stringify([forEachSource((source) => claims[source]), name, selectedName, paneMoves]);
  const since = picture === before.picture ? before.since : at;
  const { base } = before;
  const isPaneNew = hasOtherPane && !before.isPaneDue;
  const hasView = (hasOtherName && !before.isNameDue) || isPaneNew;
  const isFirst = name !== null && before.name === null;
  const viewTimes = hasView || isFirst ? [...before.viewTimes, at] : before.viewTimes;
  const behindView = (source: IdSource): number | null => {
    const moves = before.tracks[source].moves - (base?.moves[source] ?? 0);
    const seenAt = viewTimes[moves] ?? viewTimes.at(-1);
    return seenAt === undefined ? null : at - seenAt;
  };
  const tracks = forEachSource((source) => {
    const id = claims[source]?.id ?? null;
    const old = before.tracks[source];
    if (id === null) return old;
    const track = old.id === id ? old : movedTrack(old, id, behindView(source));
    const isAhead = base !== null && name === base.name && id !== base.ids[source] && at - since < AHEAD_MS;
    return name === null || isAhead ? track : withNames(track, name, at - since >= STAND_MS);
  });
  return {
    ...before,
    picture,
    since,
    name: name ?? before.name,
    viewTimes,
    paneKeys: keys.length > 0 ? new Set(keys) : before.paneKeys,
    paneMoves,
    views: before.views + Number(hasView),
    isPaneDue: !hasOtherPane && ((hasOtherName && !before.isNameDue) || before.isPaneDue),
    isNameDue: name === null && (isPaneNew || before.isNameDue),
    tracks,
    twins: twinsAfter(before, sighting),
  };
}

/** Names of two customers: both stand in the list, or one name was read with two ids. */
function twinsAfter(
  { twins, tracks, name }: VoteState,
  { claims, twinNames, ...now }: Sighting,
): ReadonlySet<string> {
  const hasTwo = (["probe", "row"] as const).some((source) => {
    const [old, id] = [tracks[source].id, claims[source]?.id ?? null];
    return old !== null && id !== null && old !== id && now.name === name;
  });
  const names = hasTwo && name !== null ? [...twinNames, name] : twinNames;
  return names.every((one) => twins.has(one)) ? twins : new Set([...twins, ...names]);
}

const carried = ({ acquaintances, panes }: VoteState) => ({ acquaintances, panes });

/** The base as of now. */
export function baseOf(
  state: VoteState,
  thread: Thread | null,
  name: string | null,
  certain: boolean,
  keys: ReadonlySet<string>,
): Base {
  const { tracks, views } = state;
  return {
    thread,
    name,
    certain,
    isLeft: false,
    ids: forEachSource((source) => tracks[source].id),
    moves: forEachSource((source) => tracks[source].moves),
    views,
    keys,
  };
}

export { forEachSource };
