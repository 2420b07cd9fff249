import { z } from "zod";
import { ThreadShape } from "#lib/domain/event.ts";
import { PRESENCE_WAIT } from "#lib/domain/presence.ts";
import { sameThread, type Thread, threadKey } from "#lib/domain/thread.ts";
import { type Colleague, sendMessage } from "#lib/messages.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { pairingOf } from "#lib/store/page.ts";
import type { Sync } from "#lib/sync/push.ts";
import { sayPresence } from "#lib/sync/presence.ts";
import { livePairings } from "./may-answer-page.ts";
import { inbox, on } from "./on.ts";

const PresenceQuery = z.strictObject({ thread: ThreadShape.nullable(), typing: z.boolean() });

/** A tab says again every ten seconds what it shows; one that fell silent is gone. */
const LIVES_MS = 25_000;
/** After a server that did not answer. */
const AGAIN_MS = 10_000;

interface Open {
  thread: Thread;
  typing: boolean;
  until: number;
}

/** What waits is let go when something changes here; the server hears at once. */
interface Round {
  news: AbortController;
}

/** A tab that is gone hears nothing; that is no failure. */
const unheard = () => undefined;

/**
 * Who else has open what the inbox tabs show: said and heard while a tab can be seen, of each workspace about its own
 * Pages alone, and kept nowhere.
 */
export function answerPresence(sync: Sync, pause: (ms: number) => Promise<void>): void {
  const { store, wire } = sync;
  const tabs = new Map<number, Open>();
  const rounds = new Map<string, Round>();

  /** What is open of a workspace's Pages, each conversation once. */
  const openOf = async ({ id }: PairingRow): Promise<Map<string, Open>> => {
    const pairings = await livePairings(store);
    const open = new Map<string, Open>();
    for (const [tab, one] of tabs) {
      if (one.until <= store.now()) tabs.delete(tab);
      else if (pairingOf(pairings, one.thread.asset)?.id === id) {
        const key = threadKey(one.thread);
        open.set(key, { ...one, typing: one.typing || (open.get(key)?.typing ?? false) });
      }
    }
    return open;
  };
  const tell = (people: ReadonlyMap<string, Colleague[]>, open: ReadonlyMap<string, Open>) => {
    for (const [tab, { thread }] of tabs) {
      const key = threadKey(thread);
      if (open.has(key)) sendMessage("others", { thread, people: people.get(key) ?? [] }, tab).catch(unheard);
    }
  };

  const follow = async (id: string, round: Round) => {
    let seen: string | undefined;
    while (!wire.signal.aborted) {
      round.news = new AbortController();
      const pairing = await store.db.pairings.get(id);
      if (!pairing || pairing.revokedAt !== null) return;
      const open = await openOf(pairing);
      const threads = [...open.values()].map(({ thread, typing }) => ({ thread, typing }));
      const signal = AbortSignal.any([wire.signal, round.news.signal]);
      const asked = { threads, wait: threads.length === 0 ? 0 : PRESENCE_WAIT, ...(seen && { seen }) };
      const answer = await sayPresence({ ...wire, signal }, pairing, asked);
      if (answer.ok) {
        ({ seen } = answer.value);
        tell(peopleOf(answer.value.others, pairing), open);
      } else if (!round.news.signal.aborted) {
        seen = undefined;
        tell(new Map(), open);
        if (open.size > 0) await pause(AGAIN_MS);
      }
      if (threads.length === 0 && (await openOf(pairing)).size === 0) return;
    }
  };

  const attend = async (isNews: boolean) => {
    for (const pairing of await livePairings(store)) {
      const round = rounds.get(pairing.id);
      if (round && isNews) round.news.abort();
      else if (!round && (await openOf(pairing)).size > 0 && !rounds.has(pairing.id)) {
        const begun = { news: new AbortController() };
        rounds.set(pairing.id, begun);
        void follow(pairing.id, begun).finally(() => rounds.delete(pairing.id));
      }
    }
  };

  on("presence", inbox, PresenceQuery, async ({ thread, typing }, { tab }) => {
    if (tab?.id === undefined) return;
    const before = tabs.get(tab.id);
    if (thread) tabs.set(tab.id, { thread, typing, until: store.now() + LIVES_MS });
    else tabs.delete(tab.id);
    const isSame = sameThread(before?.thread ?? null, thread) && (before?.typing ?? false) === typing;
    await attend(!isSame);
  });
}

/** Colleagues by conversation; a member whose name is not known yet is a colleague all the same. */
function peopleOf(
  others: readonly { thread: Thread; member: string; typing: boolean }[],
  { members }: PairingRow,
): Map<string, Colleague[]> {
  const people = new Map<string, Colleague[]>();
  for (const { thread, member, typing } of others) {
    const name = members.find(({ id }) => id === member)?.name ?? null;
    const key = threadKey(thread);
    people.set(key, [...(people.get(key) ?? []), { name, typing }]);
  }
  return people;
}
