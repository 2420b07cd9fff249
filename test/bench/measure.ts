/** How long each run lasts; five count, after one to warm up. */
const RUN_MS = 100;
const RUNS = 5;
/** A look at the clock costs something: not more often than this, in ms. */
const LOOK_MS = 0.5;

/** `turn` counts up from 0. What a call answers is summed, so that no call can be left out as useless. */
export type Work = (turn: number) => number | null;
let answers = 0;

/** Nanoseconds a call, warm: the median of five runs. */
export const nanoseconds = (work: Work): number => medianOf(works([work], RUN_MS)[0] ?? []);

/**
 * Nanoseconds a call of several works, in turns, so that whatever else the machine does meets all alike: the median of
 * five runs each.
 */
export const nanosecondsOfEach = (all: readonly Work[]): number[] => works(all, RUN_MS / 2).map(medianOf);

export const perSecond = (ns: number): number => 1e9 / ns;

export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function works(all: readonly Work[], runMs: number): number[][] {
  const batches = all.map((work) => batchOf(work));
  const rounds = Array.from({ length: RUNS + 1 }, () =>
    all.map((work, index) => run(work, batches[index] ?? 1, runMs)),
  ).slice(1);
  return all.map((_, index) => rounds.map((round) => round[index] ?? Number.NaN));
}

/** How many calls fill the time between two looks at the clock. */
function batchOf(work: Work): number {
  let batch = 1;
  while (batch < 65_536) {
    const ms = milliseconds(() => repeat(work, 0, batch));
    if (ms >= LOOK_MS) break;
    batch *= 2;
  }
  return batch;
}

function run(work: Work, batch: number, runMs: number): number {
  const start = performance.now();
  let [turns, elapsed] = [0, 0];
  while (elapsed < runMs) {
    repeat(work, turns, batch);
    turns += batch;
    elapsed = performance.now() - start;
  }
  return (elapsed * 1e6) / turns;
}

function repeat(work: Work, from: number, times: number): void {
  for (let call = 0; call < times; call += 1) answers += work(from + call) ?? 0;
}

/** Milliseconds that one piece of work takes, once and cold. */
export function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
