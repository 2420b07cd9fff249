/** What one drive through the page is to do. */
export interface Drive {
  ms: number;
  mutationsPerSecond: number;
  switchEveryMs: number;
  seed: number;
}

/** Tasks of the page's main thread that took 50 ms or more. */
export interface Driven {
  mutations: number;
  switches: number;
  longTasks: number[];
}

/**
 * Drives the stand-in, the same for the same drive: customers and colleagues write, lists re-sort, reactions bump rows,
 * and another conversation is opened now and then. Runs inside the page and stands alone.
 */
export async function drive({ ms, mutationsPerSecond, switchEveryMs, seed }: Drive): Promise<Driven> {
  const { suite } = window;
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const ids = suite.threads().map(({ id }) => id);
  const any = () => ids[random(ids.length)] ?? "";
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: "longtask" });

  const kinds = [
    () => suite.customerWrites(any(), "Is it still available?"),
    () => suite.react(any(), "\u2764\uFE0F"),
    () => suite.customerWrites(suite.opened()?.id ?? any(), "And what does it cost?"),
    () => suite.agentAnswers(any(), "It is, in all sizes.", "Ines"),
  ];
  let [mutations, switches] = [0, 0];
  const start = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const at = performance.now() - start;
      if (at >= ms) {
        clearInterval(timer);
        resolve();
        return;
      }
      // A late timer catches up, so that every drive does the same work.
      for (; mutations < (at / 1000) * mutationsPerSecond; mutations += 1)
        kinds[mutations % kinds.length]?.();
      for (; switches < Math.floor(at / switchEveryMs); switches += 1)
        suite.openThread(suite.listed()[1 + random(8)]?.id ?? any());
    }, 1000 / mutationsPerSecond);
  });
  observer.disconnect();
  return { mutations, switches, longTasks };
}
