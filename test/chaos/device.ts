import { setTimeout as sleep } from "node:timers/promises";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import { RungError } from "#lib/errors.ts";
import { eventsOf } from "#lib/store/append.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { look } from "#lib/store/look.ts";
import { record } from "#lib/store/record.ts";
import type { Store } from "#lib/store/store.ts";
import { saveSettingsThere } from "#lib/sync/change.ts";
import { pair } from "#lib/sync/pair.ts";
import { pull } from "#lib/sync/pull.ts";
import { push } from "#lib/sync/push.ts";
import { pick, randomFrom } from "#test/business-suite/world/random.ts";
import { drafts } from "./deeds.ts";
import type { Ledger } from "./ledger.ts";
import { type Life, live } from "./life.ts";
import { makeWeather } from "./weather.ts";
import { lookAt, PAGES, threadsAt } from "./world.ts";

/** A rep's browser without the browser: the extension's own store and sync, on a disk that outlives its deaths. */
export interface SimulatedDevice {
  name: string;
  store: () => Store;
  pairing: () => Promise<PairingRow>;
  /** Ids of the events whose recording was confirmed. */
  confirmed: Set<string>;
  /** How often its background died. */
  deaths: () => number;
  /** Looks, tags, goes offline, changes its clock and dies, until the signal. */
  work: (signal: AbortSignal) => Promise<void>;
  /** Online: pushes all and reads the feed to its end; says whether that went through. */
  settle: () => Promise<boolean>;
  close: () => void;
}

export interface Placed {
  name: string;
  seed: number;
  url: string;
  code: string;
  /** When the run began, epoch ms. */
  began: number;
  /** How far its clock is off at first, ms. */
  skew: number;
  ledger: Ledger;
  /** Says of a Page whether anything answers there by itself, as managers do. */
  savesSettings: boolean;
}

const MOST_PAUSE_MS = 1_200;

export async function placeDevice(placed: Placed): Promise<SimulatedDevice> {
  const { name, url, code, ledger } = placed;
  const random = randomFrom(placed.seed);
  const weather = makeWeather(random, ledger);
  const disk = { indexedDB: new IDBFactory(), IDBKeyRange };
  let { skew } = placed;
  let deaths = 0;
  const now = () => Date.now() + skew;
  const born = () => live(disk, now, weather.fetch, random);
  let life = born();
  const { id: workspace } = await pair(life.store, life.sync.wire, { server: url, code, deviceName: name });
  const confirmed = new Set<string>();

  /** Runs to its end, or to the death of the background in the midst of it; then the next life begins. */
  const attempt = async (work: (mine: Life) => Promise<unknown>): Promise<boolean> => {
    const mine = life;
    const failure = await work(mine).then(
      () => null,
      (error: unknown) => error,
    );
    const hasDied = mine.isDead();
    if (hasDied && mine === life) {
      mine.end();
      deaths += 1;
      life = born();
    }
    // What a server refused is a sentence for a person, and no fault.
    if (!hasDied && failure !== null && !(failure instanceof RungError))
      ledger.faults.push(`${name}: ${failure instanceof Error ? failure.stack : String(failure)}`);
    return failure === null;
  };
  const send = () => attempt(({ sync }) => push(sync, workspace, { urgent: true }));
  const read = (wait: number) => attempt(({ sync }) => pull(sync, workspace, { wait }));

  /** Mostly what all work on now, else any that is known, a browser's too. */
  const someThread = async (): Promise<Thread> => {
    const current = pick(random, threadsAt(Date.now() - placed.began));
    if (random() < 0.9) return current;
    const keys = await life.store.db.states.toCollection().primaryKeys();
    const state = keys.length > 0 ? await life.store.db.states.get(pick(random, keys)) : null;
    return state?.of ?? current;
  };
  const judge = async () => {
    const thread = await someThread();
    const known = await eventsOf(life.store, threadKey(thread));
    const made = drafts({ thread, known, now: now(), random });
    const isDone = () => attempt(({ store }) => record(store, made));
    // The overlay asks again with the same ids; a tab that was closed does not.
    const isKept = (await isDone()) || (random() < 0.7 && (await isDone()));
    if (isKept) for (const { id } of made) confirmed.add(id);
  };
  const watch = () => {
    const thread = pick(random, threadsAt(Date.now() - placed.began));
    return attempt(({ store }) => look(store, lookAt(thread, Date.now(), random)));
  };
  const changeRule = () =>
    attempt(async ({ store, sync }) => {
      const pairing = await store.db.pairings.get(workspace);
      if (!pairing?.settings) return;
      const { manualPages } = pairing.settings;
      const asset = pick(random, PAGES);
      const others = manualPages.filter((page) => page !== asset);
      const next = manualPages.includes(asset) ? others : [...others, asset];
      await saveSettingsThere(store, sync.wire, pairing, { ...pairing.settings, manualPages: next });
    });

  const step = async () => {
    const chance = random();
    if (random() < 0.06) life.killAfter(Math.floor(random() * 8));
    if (random() < 0.02) skew = Math.round((random() - 0.5) * 6 * 3_600_000);
    if (random() < 0.05) weather.isOffline = !weather.isOffline && random() < 0.5;
    if (placed.savesSettings && chance < 0.01) await changeRule();
    else if (chance < 0.35) await watch();
    else await judge();
    if (random() < 0.8) void send();
  };
  return {
    name,
    confirmed,
    store: () => life.store,
    pairing: async () => {
      const row = await life.store.db.pairings.get(workspace);
      if (!row) throw new Error(`${name} is not paired any more.`);
      return row;
    },
    deaths: () => deaths,
    work: async (signal) => {
      const following = (async () => {
        while (!signal.aborted) {
          await read(2);
          await sleep(random() * MOST_PAUSE_MS);
        }
      })();
      while (!signal.aborted) {
        await step();
        await sleep(random() * MOST_PAUSE_MS);
      }
      await following;
    },
    settle: async () => {
      weather.isOffline = false;
      life.killAfter(Number.POSITIVE_INFINITY);
      const isThrough = (await send()) && (await read(0));
      const row = await life.store.db.pairings.get(workspace);
      return isThrough && row?.offlineSince === null && (await life.store.db.outbox.count()) === 0;
    },
    close: () => life.end(),
  };
}
