import { setTimeout as sleep } from "node:timers/promises";
import type { SuiteDriver } from "#test/business-suite/suite.ts";
import type { Clicking, Tab, Waiting } from "./driver.ts";
import { look, type Sight } from "./look.ts";
import { describeTarget, queryOf, type Target } from "./target.ts";

/** What a test waits for comes; how soon is another question on a machine with other work to do. */
const PATIENCE = 20_000;
const LOOK_AGAIN = 40;

/** What a browser's own page gives; everything else of a tab is made of it. */
export interface RawPage {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate<T, A>(run: (given: A) => T | Promise<T>, given?: A): Promise<T>;
  mouse: {
    move(x: number, y: number): Promise<unknown>;
    click(x: number, y: number, options: { button?: "left" | "right"; count?: number }): Promise<unknown>;
    wheel(by: number): Promise<unknown>;
  };
  keyboard: {
    down(key: string): Promise<unknown>;
    up(key: string): Promise<unknown>;
    type(text: string): Promise<unknown>;
  };
  screenshot(path: string | undefined): Promise<Uint8Array>;
  resize(width: number, height: number): Promise<unknown>;
  bringToFront(): Promise<unknown>;
  close(): Promise<unknown>;
}

/** Asks until the answer is truthy; the error names what was awaited and the last answer or failure. */
export async function waitUntil<T>(
  ask: () => T | Promise<T>,
  what: string,
  { within = PATIENCE }: Waiting = {},
): Promise<NonNullable<T>> {
  const end = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`Waited ${within} ms for ${what}`);
    await sleep(LOOK_AGAIN);
  }
}

interface Call {
  verb: keyof SuiteDriver;
  given: unknown[];
}

/** Runs inside the page. The cast is safe because `suite` checked verb and arguments against SuiteDriver. */
function callSuite({ verb, given }: Call): unknown {
  const run = window.suite[verb] as (...all: unknown[]) => unknown;
  return run(...given);
}

// safe because callSuite gave back what this very verb answers, copied out of the page
const asAnswer = <T>(answer: unknown): T => answer as T;

const isOnly = (target: Target, { count }: Sight): boolean =>
  count === 1 || (count > 1 && typeof target !== "string" && target.nth !== undefined);

/** Why a click on it would not be a click on it; empty where it would. */
function problemOf(target: Target, sight: Sight, isAimed: boolean): string {
  if (sight.count === 0) return "not there";
  if (!isOnly(target, sight)) return `there are ${sight.count} of them`;
  return sight.coveredBy === null || isAimed ? "" : `covered by ${sight.coveredBy}`;
}

function pointOf({ box }: Sight, at: Clicking["at"]): { x: number; y: number } {
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  return at ? { x: x + at.x, y: y + at.y } : { x: x + width / 2, y: y + height / 2 };
}

export function createTab(raw: RawPage): Tab {
  const see = (target: Target): Promise<Sight> => raw.evaluate(look, queryOf(target));

  /** The sight of a target that may be acted on; why not yet goes into the error. */
  const settle = async (target: Target, { within }: Waiting, at?: Clicking["at"]): Promise<Sight> => {
    let problem = "not there";
    let before: Sight["box"] = null;
    const ask = async () => {
      const sight = await see(target);
      const stoodStill = JSON.stringify(sight.box) === JSON.stringify(before);
      before = sight.box;
      problem = problemOf(target, sight, at !== undefined);
      return problem === "" && stoodStill ? sight : null;
    };
    const what = describeTarget(target);
    return waitUntil(ask, what, within === undefined ? {} : { within }).catch((error: unknown) => {
      throw new Error(`${String(error)}: ${problem || "it does not stand still"}`, { cause: error });
    });
  };
  /** Moves the pointer there, and on where the page moved the target meanwhile. */
  const aim = async (target: Target, waiting: Waiting, at?: Clicking["at"]) => {
    for (;;) {
      const point = pointOf(await settle(target, waiting, at), at);
      await raw.mouse.move(point.x, point.y);
      const now = pointOf(await see(target), at);
      if (now.x === point.x && now.y === point.y) return point;
    }
  };
  const click = async (target: Target, { button = "left", count = 1, at, ...waiting }: Clicking = {}) => {
    const point = await aim(target, waiting, at);
    await raw.mouse.click(point.x, point.y, { button, count });
  };
  const press = async (chord: string) => {
    const keys = chord.split("+");
    for (const key of keys) await raw.keyboard.down(key);
    for (const key of keys.toReversed()) await raw.keyboard.up(key);
  };

  return {
    url: () => raw.evaluate(() => location.href),
    goto: async (url) => void (await raw.goto(url)),
    reload: async () => void (await raw.reload()),
    click,
    async hover(target, waiting = {}) {
      const point = pointOf(await settle(target, waiting), undefined);
      await raw.mouse.move(point.x, point.y);
    },
    async wheel(target, by) {
      const { box } = await see(target);
      if (!box) throw new Error(`nothing to turn the wheel over: ${describeTarget(target)}`);
      await raw.mouse.move(box.x + 4, box.y + box.height / 2);
      await raw.mouse.wheel(by);
    },
    press,
    type: async (text) => void (await raw.keyboard.type(text)),
    async write(target, text) {
      await click(target);
      await press("Control+a");
      await press("Backspace");
      await raw.keyboard.type(text);
    },
    async read(target, waiting = {}) {
      const ask = async () => {
        const sight = await see(target);
        return isOnly(target, sight) ? { text: sight.text ?? "" } : null;
      };
      return (await waitUntil(ask, `${describeTarget(target)}, alone`, waiting)).text;
    },
    count: async (target) => (await see(target)).count,
    see,
    async waitFor(target, { count, ...waiting } = {}) {
      const isThere = (there: number) => (count === undefined ? there > 0 : there === count);
      const what = `${count ?? "at least one"} of ${describeTarget(target)}`;
      await waitUntil(async () => isThere((await see(target)).count), what, waiting);
    },
    async waitGone(target, waiting = {}) {
      await waitUntil(async () => (await see(target)).count === 0, `no ${describeTarget(target)}`, waiting);
    },
    waitUntil,
    evaluate: (run, given) => raw.evaluate(run, given),
    suite: <V extends keyof SuiteDriver>(verb: V, ...given: Parameters<SuiteDriver[V]>) =>
      raw.evaluate(callSuite, { verb, given }).then(asAnswer<Awaited<ReturnType<SuiteDriver[V]>>>),
    screenshot: (path) => raw.screenshot(path),
    resize: async (width, height) => void (await raw.resize(width, height)),
    bringToFront: async () => void (await raw.bringToFront()),
    close: async () => void (await raw.close()),
  };
}

/** Waits for the stand-in in a tab: its script, and what opens by itself. */
export async function whenReady(tab: Tab): Promise<Tab> {
  await tab.waitUntil(() => tab.evaluate(() => "suite" in window), "the stand-in's script");
  await tab.suite("ready");
  return tab;
}
