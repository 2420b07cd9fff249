import { type Acquaintance, sameThread, type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Unsure } from "./reading.ts";
import { type IdSource, independent, isBound, type Sighting, type Vote } from "./sighting.ts";
import { isOtherPane, STAND_MS, type VoteState } from "./vote-state.ts";

/** `unsure` null: certain once the page has stood still for `hold` ms. */
export interface Verdict {
  unsure: Unsure | null;
  hold: number;
}

/** As long as a header may lag behind a click: a second click in that time hides the first one's name. */
const ADDRESS_HOLD = 400;
const FIRST_ADDRESS_HOLD = 500;
const TAB_HOLD = 1_000;
/** The names moved more or less often than the ids: something is still on its way. */
const UNEVEN_HOLD = 3_000;

const refuse = (unsure: Unsure): Verdict => ({ unsure, hold: 0 });
const allow = (hold: number): Verdict => ({ unsure: null, hold });

/** Everything that the rules ask about one candidate. */
interface Case {
  thread: Thread;
  votes: readonly Vote[];
  sighting: Sighting;
  state: VoteState;
  /** The votes are of sources that are known to be stale. */
  isStale: boolean;
}

const acquaintanceOf = ({ state, thread }: Case): Acquaintance | undefined =>
  state.acquaintances.get(threadKey(thread));

const ids = (votes: readonly Vote[]): IdSource[] => votes.map(({ source }) => source);

/** Two customers are known to have this name: it says nothing about which of them it is. */
function isTwin({ sighting: { name, asset }, state }: Case): boolean {
  if (name === null || state.twins.has(name)) return true;
  const threads = [...state.acquaintances.values()].filter(
    (one) => one.name === name && one.thread.asset === asset,
  );
  return threads.length > 1;
}

/** Digests tell two conversations apart only where there are a few of them: many begin with the same greeting. */
const ENOUGH_DIGESTS = 3;

/** The thread that most of the messages shown belonged to when it was certain. */
function ownerOf({ sighting: { keys }, state }: Case): string | null {
  const ids = keys.filter((key) => !key.startsWith("~"));
  const own = ids.length > 0 || keys.length < ENOUGH_DIGESTS ? ids : keys;
  const pane = state.panes.find((one) => own.filter((key) => one.keys.has(key)).length * 2 > own.length);
  return pane?.thread ?? null;
}

/** The candidate was seen with other messages than these. */
function isOtherThanKnown({ thread, sighting: { keys }, state }: Case): boolean {
  const pane = state.panes.find((one) => one.thread === threadKey(thread));
  return pane !== undefined && isOtherPane(pane.keys, keys);
}

/** All of these sources moved since the base. */
const haveMoved = ({ votes, state: { base, tracks } }: Case): boolean =>
  base !== null && ids(votes).every((source) => tracks[source].id !== base.ids[source]);

/** How often each source moved beyond what it should follow since the base. */
function leadsOf({ votes, state: { base, tracks, views } }: Case): number[] {
  if (base === null) return [0];
  const seen = views - base.views + Number(base.name === null);
  return ids(votes).map((source) => {
    const wasBlank = base.ids[source] === null;
    return tracks[source].moves - base.moves[source] + Number(wasBlank) - seen;
  });
}

/** A source moved as often as what it should follow: neither is still on its way. */
const isEven = (one: Case): boolean => leadsOf(one).includes(0);

/** A conversation was opened and left before its name was seen: the name shown may be of one before that. */
const hasPassedOver = (one: Case): boolean => leadsOf(one).some((lead) => lead > 0);

/** Each source gave this id under another name too: it may lag behind, or not move at all. */
const isSuspect = ({ votes, state: { tracks } }: Case): boolean =>
  ids(votes).every((source) => tracks[source].names.length > 1);

/** The id was certain under this very name before (rule c), and nothing says that this is a namesake. */
function memoryOf(one: Case): Verdict {
  const { sighting, state } = one;
  const known = acquaintanceOf(one);
  if (known?.name !== sighting.name || isTwin(one)) return refuse("one_source");
  const isOlder = known.lastAt !== null && sighting.lastAt !== null && sighting.lastAt < known.lastAt - 1_000;
  if (isOlder) return refuse("one_source");
  if (ownerOf(one) === threadKey(one.thread) || state.base === null) return allow(0);
  const isSameRow = known.lastAt !== null && known.lastAt === sighting.lastAt;
  if (isSameRow) return allow(isEven(one) ? ADDRESS_HOLD : STAND_MS);
  if (one.isStale || isSuspect(one)) return refuse("one_source");
  return allow(isEven(one) && hasMessages(one) ? holdOf(one) : UNEVEN_HOLD);
}

/** As long as no message is shown, the name may be that of a conversation still to come. */
const hasMessages = ({ sighting: { keys } }: Case): boolean => keys.length > 0;

/** As long as these sources were seen to lag: a quick second click must not catch the first one's id. */
function holdOf({ votes, state: { tracks } }: Case): number {
  const isTabOnly = ids(votes).includes("tab") && independent(votes) === 1;
  const holds = ids(votes).map((source) => tracks[source].lag * 1.2 + 50);
  return Math.max(isTabOnly ? TAB_HOLD : ADDRESS_HOLD, Math.min(...holds));
}

/** Two sources agree (rule a), or one moved together with the name (rule b): how long it must stand to count. */
function supportOf(one: Case, hasNewName: boolean): Verdict {
  const { votes, state } = one;
  const { base } = state;
  const isBase = base !== null;
  const isMoved = isBase && hasNewName && haveMoved(one);
  const isPair = independent(votes) > 1;
  if (one.isStale || !(isPair || isMoved)) return refuse("one_source");
  const uneven = isEven(one) ? (isSuspect(one) ? TAB_HOLD : 0) : UNEVEN_HOLD;
  // A name that is new came with its id; one that stood there before, or two people share, did not.
  if (votes.some(isBound)) {
    const isTold = !isBase || (hasNewName && !isTwin(one));
    return allow(Math.max(isTold ? 0 : TAB_HOLD, uneven, hasPassedOver(one) ? ADDRESS_HOLD : 0));
  }
  if (!hasMessages(one)) return allow(UNEVEN_HOLD);
  // What was never certain is no measure: an id that was wrong then may only now be set right.
  const isVague = isBase && !base.certain && base.thread !== null;
  if (!isMoved || isVague) return allow(Math.max(STAND_MS, uneven));
  const first =
    base.thread === null && !isPair ? (ids(votes).includes("address") ? FIRST_ADDRESS_HOLD : STAND_MS) : 0;
  return allow(Math.max(holdOf(one), first, isTwin(one) && !isPair ? TAB_HOLD : 0, uneven));
}

/** What speaks against the candidate, and how long two sources must stand to overrule it. */
function objectionTo(one: Case): Verdict {
  const { thread, votes, sighting, state } = one;
  const { base, tracks } = state;
  const owner = ownerOf(one);
  if (owner !== null && owner !== threadKey(thread)) return refuse("conflict");
  if (sighting.selectedName !== null && sighting.selectedName !== sighting.name) return refuse("conflict");
  const isPair = independent(votes) > 1 && !one.isStale;
  const isFirm = isPair && votes.some(isBound);
  const hasNewName = base === null || sighting.name !== base.name;
  const known = acquaintanceOf(one);
  if (known && known.name !== sighting.name && !(isFirm || (isPair && haveMoved(one) && hasNewName)))
    return refuse("name_changed");
  const hold = known && known.name !== sighting.name ? STAND_MS : 0;
  if (!base?.thread) return allow(hold);
  const isSame = sameThread(base.thread, thread);
  const isOther = isOtherPane(base.keys, sighting.keys);
  if (isSame && hasNewName) return isFirm ? allow(STAND_MS) : refuse("name_changed");
  if (isSame && isBlank(one)) return refuse("conflict");
  if ((isSame && isOther) || isOtherThanKnown(one)) {
    const isLive = isPair && ids(votes).every((source) => tracks[source].moves > 0);
    return isFirm || isLive ? allow(STAND_MS) : refuse("conflict");
  }
  if (!isSame && base.certain && !hasNewName) {
    if (isPair && isOther) return allow(Math.max(hold, ADDRESS_HOLD));
    return isFirm ? allow(STAND_MS) : refuse("id_changed");
  }
  // The pane may still show a conversation before, certain or passed over: it is given time to follow.
  const isOld = !isOther && hasMessages(one) && base.keys.size > 0;
  const isDue = one.state.isPaneDue && !votes.some(isBound);
  return allow(isOld || isDue ? Math.max(hold, STAND_MS) : hold);
}

/** The messages are gone while the rest stands: what comes next may be another conversation's. */
const isBlank = ({ sighting, state: { base } }: Case): boolean =>
  base !== null && base.keys.size > 0 && sighting.keys.length === 0;

/** Nothing has changed since it was certain. */
const goesOn = ({ thread, sighting, state: { base } }: Case): boolean =>
  base !== null &&
  base.certain &&
  !base.isLeft &&
  sameThread(base.thread, thread) &&
  sighting.name === base.name &&
  !isOtherPane(base.keys, sighting.keys);

/** Whether the candidate is the open conversation (architecture, What the page does not say). */
export function judge(one: Case): Verdict {
  if (goesOn(one) && !isBlank(one)) return allow(0);
  const objection = objectionTo(one);
  if (objection.unsure !== null) return objection;
  const hasNewName = one.state.base === null || one.sighting.name !== one.state.base.name;
  const ways = [memoryOf(one), supportOf(one, hasNewName)];
  const holds = ways.filter(({ unsure }) => unsure === null).map(({ hold }) => hold);
  return holds.length > 0 ? allow(Math.max(Math.min(...holds), objection.hold)) : refuse("one_source");
}
