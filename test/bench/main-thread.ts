import type { CDPSession } from "@playwright/test";

type Profile = Awaited<ReturnType<typeof endProfile>>;

const METRIC = "TaskDuration";

/** Milliseconds of its own processor time that a tab's main thread spent on tasks since the navigation. */
export async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === METRIC)?.value;
  if (seconds === undefined) throw new Error(`This browser does not tell ${METRIC}.`);
  return seconds * 1000;
}

/** Counts processor time, which other work of the machine does not lengthen as it does the clock's. */
export async function countTaskTime(session: CDPSession): Promise<void> {
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
}

const endProfile = async (session: CDPSession) => (await session.send("Profiler.stop")).profile;

/** Samples the tab's main thread each 0.25 ms while `run` goes on. */
export async function profiled(session: CDPSession, run: () => Promise<unknown>): Promise<Profile> {
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 250 });
  await session.send("Profiler.start");
  await run();
  return endProfile(session);
}

/** Tells whether a sample lies in code of `origin`, or in what that code called. */
function ownIn({ nodes }: Profile, origin: string): (id: number) => boolean {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const own = new Set(nodes.filter(({ callFrame }) => callFrame.url.startsWith(origin)).map(({ id }) => id));
  return (id) => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at))
      if (own.has(at)) return true;
    return false;
  };
}

/** Between two samples that are further apart the machine did something else, in ms. */
const LONGEST_SAMPLE = 1;

/**
 * The time in code of `origin` as a share of the time in the page's own scripts, by the samples of one profile: other
 * work of the machine lengthens both alike.
 */
export function shareOf(profile: Profile, origin: string): number {
  const { nodes, samples = [], timeDeltas = [] } = profile;
  const isOwn = ownIn(profile, origin);
  const scripts = new Set(
    nodes.filter(({ callFrame }) => !callFrame.functionName.startsWith("(")).map(({ id }) => id),
  );
  let [own, others] = [0, 0];
  for (const [index, id] of samples.entries()) {
    const lasted = Math.min(LONGEST_SAMPLE, (timeDeltas[index + 1] ?? 0) / 1000);
    if (isOwn(id)) own += lasted;
    else if (scripts.has(id)) others += lasted;
  }
  return own / others;
}

/** How long, in ms, each unbroken stretch in code of `origin` lasted. */
export function stretches(profile: Profile, origin: string): number[] {
  const { samples = [], timeDeltas = [] } = profile;
  const isOwn = ownIn(profile, origin);
  const found: number[] = [];
  let open = 0;
  for (const [index, id] of samples.entries()) {
    const lasted = (timeDeltas[index + 1] ?? 0) / 1000;
    if (isOwn(id)) open += lasted;
    else if (open > 0) {
      found.push(open);
      open = 0;
    }
  }
  return open > 0 ? [...found, open] : found;
}
