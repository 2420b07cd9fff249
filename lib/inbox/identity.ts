import { type Acquaintance, sameThread, type Thread, threadKey } from "#lib/domain/thread.ts";
import { judge, type Verdict } from "./judge.ts";
import type { Identity, Unsure } from "./reading.ts";
import { type Claim, ID_SOURCES, independent, isBound, type Sighting, type Vote } from "./sighting.ts";
import { type Base, baseOf, isOtherPane, observe, STAND_MS, type VoteState } from "./vote-state.ts";

export interface Ballot {
  identity: Identity;
  state: VoteState;
  /** When the same page would be judged otherwise only because time has passed; null where it would not. */
  recheckAt: number | null;
}

/** The holds of the rules: a page that stands still is judged again after each of them. */
const STEPS = [150, 400, 500, 1_000, 1_500, 3_000];
/** A page that stood this long is what later changes are measured from. */
const FIRST_STAND_MS = 500;
const PANES = 40;
const KEYS = 400;

/**
 * The vote on which conversation is open. Pure: the same sightings in the same order give the same answers.
 * Certain means that two independent sources agree, or that one moved together with the header's name, or that this
 * browser was certain of the same id under the same name before, and that nothing speaks against it.
 */
export function vote(last: VoteState, sighting: Sighting): Ballot {
  const state = observe(last, sighting);
  const stood = sighting.at - state.since;
  const votes = votesOf(sighting, state);
  const { candidate, verdict, agreeing } = decide(votes, sighting, state, stood);
  const { name } = sighting;
  const certain = candidate !== null && name !== null && verdict.unsure === null && stood >= verdict.hold;
  const known = candidate && state.acquaintances.get(threadKey(candidate));
  const unsure: Unsure | null = certain ? null : (verdict.unsure ?? "one_source");
  const identity: Identity = {
    thread: candidate,
    certain,
    sources: [
      ...votes,
      ...(known && known.name === name && !isStillBase(last, candidate)
        ? [{ source: "memory" as const, thread: known.thread }]
        : []),
    ],
    name,
    unsure,
    settling: !certain && stood < Math.max(STAND_MS, verdict.unsure === null ? verdict.hold : 0),
    otherName: known && name !== null && known.name !== name ? known.name : null,
  };
  const after =
    certain && candidate && name !== null
      ? withCertain(state, candidate, name, sighting, agreeing)
      : withUnsure(state, candidate, sighting, stood);
  const steps = certain ? [STAND_MS] : [...STEPS, verdict.hold];
  const step = Math.min(...steps.filter((ms) => ms > stood));
  return { identity, state: after, recheckAt: Number.isFinite(step) ? state.since + step : null };
}

/** What was learned from this very view is no memory of an earlier one. */
const isStillBase = ({ base }: VoteState, candidate: Thread): boolean =>
  base !== null && base.certain && !base.isLeft && sameThread(base.thread, candidate);

/** What each source names, as a thread: a source that gives no channel takes it from where the same id has one. */
function votesOf({ asset, channel, claims }: Sighting, { acquaintances }: VoteState): Vote[] {
  if (asset === null) return [];
  const all = ID_SOURCES.map((source) => claims[source]).filter((claim): claim is Claim => claim !== null);
  const channelOf = (claim: Claim) =>
    claim.channel ??
    channel ??
    all.find((other) => other.id === claim.id && other.channel !== null)?.channel ??
    [...acquaintances.values()].find(({ thread }) => thread.id === claim.id && thread.asset === asset)?.thread
      .channel ??
    null;
  return ID_SOURCES.flatMap((source): Vote[] => {
    const claim = claims[source];
    const of = claim && channelOf(claim);
    return claim && of ? [{ source, thread: { channel: of, asset, id: claim.id } }] : [];
  });
}

/** The same id stood under two names: whatever moves, this source does not. */
const isStale = ({ source }: Vote, { tracks }: VoteState): boolean => tracks[source].held.length > 1;

/**
 * A source that has not moved yet while another moved with the name is given time; one that was overruled when the
 * base became certain stays so until it moves.
 */
function isLagging(
  one: Vote,
  votes: readonly Vote[],
  { name }: Sighting,
  state: VoteState,
  stood: number,
): boolean {
  const { base, tracks } = state;
  const hasMoved = ({ source }: Vote) => tracks[source].id !== base?.ids[source];
  if (base === null || base.thread === null || hasMoved(one)) return false;
  if (base.certain && !base.isLeft && !sameThread(one.thread, base.thread)) return true;
  const isDue = name !== base.name && stood < STAND_MS;
  return isDue && votes.some((other) => hasMoved(other) && !isStale(other, state));
}

interface Decision {
  candidate: Thread | null;
  verdict: Verdict;
  agreeing: readonly Vote[];
}

function decide(all: readonly Vote[], sighting: Sighting, state: VoteState, stood: number): Decision {
  const active = all.filter((one) => !isStale(one, state) && !isLagging(one, all, sighting, state, stood));
  const votes = active.length > 0 ? active : all;
  const [first] = votes.toSorted((a, b) => Number(isBound(b)) - Number(isBound(a)));
  if (!first) return { candidate: null, verdict: { unsure: "no_id", hold: 0 }, agreeing: [] };
  const candidate = first.thread;
  const agreeing = votes.filter(({ thread }) => sameThread(thread, candidate));
  const refused = (unsure: Unsure): Decision => ({ candidate, agreeing, verdict: { unsure, hold: 0 } });
  if (sighting.name === null) return refused("no_name");
  const isOutvoted = isBound(first) && independent(agreeing) > 1 && votes.length === agreeing.length + 1;
  if (agreeing.length < votes.length && !(isOutvoted && stood >= STAND_MS)) return refused("conflict");
  const verdict = judge({
    thread: candidate,
    votes: agreeing,
    sighting,
    state,
    isStale: active.length === 0,
  });
  return { candidate, agreeing, verdict };
}

function withCertain(
  state: VoteState,
  thread: Thread,
  name: string,
  { keys, lastAt }: Sighting,
  agreeing: readonly Vote[],
): VoteState {
  const { base } = state;
  const isSame = base?.certain === true && sameThread(base.thread, thread) && !isOtherPane(base.keys, keys);
  const hasNews = !isSame || keys.some((key) => !base.keys.has(key));
  const known = hasNews
    ? new Set([...(isSame ? base.keys : []), ...keys].slice(-KEYS))
    : (base?.keys ?? new Set());
  const key = threadKey(thread);
  const held = { ...state.tracks };
  for (const { source } of agreeing) {
    const track = held[source];
    if (!track.held.includes(name)) held[source] = { ...track, held: [...track.held, name].slice(-3) };
  }
  const acquaintance: Acquaintance = {
    thread,
    name,
    lastAt: lastAt ?? state.acquaintances.get(key)?.lastAt ?? null,
  };
  const old = state.acquaintances.get(key);
  const isOld = old !== undefined && old.name === name && old.lastAt === acquaintance.lastAt;
  const panes = hasNews
    ? [...state.panes.filter((pane) => pane.thread !== key), { thread: key, keys: known }].slice(-PANES)
    : state.panes;
  return {
    ...state,
    tracks: held,
    base: baseOf(state, thread, name, true, known),
    viewTimes: [],
    panes,
    acquaintances: isOld ? state.acquaintances : new Map([...state.acquaintances, [key, acquaintance]]),
  };
}

function withUnsure(
  state: VoteState,
  candidate: Thread | null,
  { name, keys }: Sighting,
  stood: number,
): VoteState {
  const { base } = state;
  const isSetRight = base?.certain === false && name === base.name && !sameThread(base.thread, candidate);
  if (base === null || isSetRight) {
    const isPair = (candidate === null) === (name === null);
    return stood >= FIRST_STAND_MS && isPair
      ? { ...state, base: baseOf(state, candidate, name, false, new Set(keys)) }
      : state;
  }
  return base.isLeft || !hasLeft(base, candidate, name, keys)
    ? state
    : { ...state, base: { ...base, isLeft: true } };
}

const hasLeft = (
  base: Base,
  candidate: Thread | null,
  name: string | null,
  keys: readonly string[],
): boolean =>
  name !== base.name ||
  !sameThread(base.thread, candidate) ||
  keys.length === 0 ||
  isOtherPane(base.keys, keys);
