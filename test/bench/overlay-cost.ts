import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { CDPSession } from "@playwright/test";
import { drive } from "#test/bench/driven-page.ts";
import { countTaskTime, profiled, shareOf, stretches, taskTime } from "#test/bench/main-thread.ts";
import { type ReferenceName, writeReference } from "#test/bench/references.ts";
import { medianOf } from "#test/bench/measure.ts";
import { atMost, below, type Row, shown, shownBeside } from "#test/bench/row.ts";
import { openCounted } from "#test/e2e/overlay.ts";
import { ensureBrowsers } from "#test/support/browsers.ts";
import { ensureBuilt } from "#test/support/build.ts";
import type { Tab } from "#test/support/driver.ts";
import { type ChromiumBrowser, launchChromium } from "#test/support/extension-chromium.ts";

const THREADS = 500;
/** Two seconds: a switch, then twenty mutations a second. */
const DRIVE = { mutations: 40, everyMs: 50 };
const DRIVE_S = (DRIVE.mutations * DRIVE.everyMs) / 1000;
/** Thirty seconds each, in turns, so that whatever else the machine does meets all alike; one more to warm up. */
const ROUNDS = 15;
/** What starts with the page is not what is measured. */
const SETTLE_MS = 3_000;

/** One browser on the stand-in: with our extension, with a reference, or with an empty one. */
interface Contestant {
  browser: ChromiumBrowser;
  tab: Tab;
  session: CDPSession;
  /** Milliseconds of its main thread, by round. */
  spent: number[];
}

export async function rows(): Promise<Row[]> {
  const [{ chromium }] = await Promise.all([ensureBrowsers(["chromium"]), ensureBuilt()]);
  if (!chromium) throw new Error("No Chromium: install it, or name one in RUNG_CHROMIUM.");
  const folder = await mkdtemp(join(tmpdir(), "rung-bench-"));
  const all: Contestant[] = [];
  const enter = async (reference: ReferenceName | null) => {
    const extension = reference === null ? null : await writeReference(reference, folder);
    const contestant = await start(chromium, extension);
    all.push(contestant);
    return contestant;
  };
  try {
    const [bare, ours] = [await enter("none"), await enter(null)];
    const [query, animation] = [await enter("query"), await enter("animation")];
    await sleep(SETTLE_MS);
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const one of round % 2 === 0 ? all : all.toReversed()) await spend(one, round);
    for (const { spent } of all) spent.shift();
    return [
      ...rowsOf({ bare, ours, query, animation }),
      ...profileRows(await sampled(ours), await sampled(query)),
    ];
  } finally {
    for (const { browser } of all) await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function start(executable: string, extension: string | null): Promise<Contestant> {
  const browser = await launchChromium({
    name: "chromium",
    executable,
    ...(extension !== null && { extension }),
  });
  const config = { start: "first", sample: { count: THREADS, seed: 1, duplicateNames: false } } as const;
  const tab = extension === null ? await openCounted(browser, config) : await browser.openInbox(config);
  // Whatever was clicked until here, each has the pointer over the messages: where it rests costs each frame a little.
  await tab.hover({ css: "[role=region]", in: "page" });
  const session = await browser.session();
  await countTaskTime(session);
  return { browser, tab, session, spent: [] };
}

async function spend(one: Contestant, round: number): Promise<void> {
  const before = await taskTime(one.session);
  await one.tab.evaluate(drive, { ...DRIVE, seed: round + 1 });
  one.spent.push((await taskTime(one.session)) - before);
}

interface Sampled {
  /** Time in its own code, of the page's own scripts' time. */
  share: number;
  /** Milliseconds of the longest time that its code held the main thread without a break. */
  longest: number;
}

/** Six drives under the profiler. */
async function sampled({ tab, session, browser }: Contestant): Promise<Sampled> {
  const profile = await profiled(session, async () => {
    for (let seed = 90; seed < 96; seed += 1) await tab.evaluate(drive, { ...DRIVE, seed });
  });
  const { extensionUrl } = browser;
  return {
    share: shareOf(profile, extensionUrl),
    longest: Math.max(0, ...stretches(profile, extensionUrl)),
  };
}

const profileRows = (ours: Sampled, query: Sampled): Row[] => [
  shownBeside({
    metric: "own script, by samples of the processor",
    unit: "% of the page's own scripts",
    ours: ours.share * 100,
    reference: query.share * 100,
    referenceName: "querySelectorAll for all anchors on each batch",
  }),
  below("longest time that our code holds the main thread", "ms", ours.longest, 50),
];

/**
 * How far two rounds of the same page differ, in the middle: an addition smaller than this is lost in what else the
 * machine does.
 */
const unrest = ({ spent }: Contestant): number =>
  medianOf(spent.slice(1).map((ms, round) => Math.abs(ms - (spent[round] ?? Number.NaN)))) / DRIVE_S;

type Field = Record<"bare" | "ours" | "query" | "animation", Contestant>;

function rowsOf({ bare, ours, query, animation }: Field): Row[] {
  /** Milliseconds that one adds to the page in each second, in the middle one of the rounds. */
  const added = (one: Contestant) =>
    medianOf(one.spent.map((ms, round) => ms - (bare.spent[round] ?? Number.NaN))) / DRIVE_S;
  const where = `${THREADS} threads, 20 mutations a second, a switch every 2 s`;
  /** A reference that seems to add nothing was not measured: the machine was too busy. */
  const beside = (reference: Contestant, referenceName: string): Row => {
    const row = atMost(
      {
        metric: `main-thread time added, ${where}`,
        unit: "ms a second",
        ours: added(ours),
        reference: added(reference),
        referenceName,
      },
      0.5,
    );
    return added(reference) > 0 ? row : { ...row, ratio: null, met: false };
  };
  return [
    shown("main-thread time of the page alone", "ms a second", medianOf(bare.spent) / DRIVE_S),
    shown("the page alone from one round to the next, what it differs by", "ms a second", unrest(bare)),
    below(`main-thread time added, ${where}`, "% of wall time", added(ours) / 10, 2),
    beside(query, "querySelectorAll for all anchors on each batch"),
    beside(animation, "animation events for all anchors"),
  ];
}
