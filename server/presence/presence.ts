import { z } from "zod";

/** A device says so again at least this often; one that fell silent is gone. */
const LIVES_MS = 20_000;

/** What one device has open: conversations by a digest, so that neither memory nor a message names them. */
export const Beat = z.object({
  workspace: z.uuid(),
  member: z.uuid(),
  device: z.string(),
  threads: z.array(z.object({ key: z.string(), typing: z.boolean() })),
});
export type Beat = z.infer<typeof Beat>;

export interface Other {
  key: string;
  member: string;
  typing: boolean;
}

/** Who has what open, in this server's memory alone. */
export interface Presence {
  /** @returns whether anything is new */
  keep: (beat: Beat) => boolean;
  /** Which other members have one of these open, each once, in a fixed order. */
  others: (workspace: string, member: string, keys: readonly string[]) => Other[];
  /** Settles when something changed in a workspace, after so many ms, or on the signal. */
  changed: (workspace: string, ms: number, signal: AbortSignal) => Promise<void>;
}

interface Kept extends Beat {
  until: number;
}

const order = (a: Other, b: Other): number => (`${a.key} ${a.member}` < `${b.key} ${b.member}` ? -1 : 1);

/** @param now epoch ms */
export function createPresence(now: () => number): Presence {
  const workspaces = new Map<string, Map<string, Kept>>();
  const waiting = new Map<string, Set<() => void>>();

  const living = (workspace: string): Kept[] => {
    const devices = workspaces.get(workspace) ?? new Map<string, Kept>();
    for (const [device, { until }] of devices) if (until <= now()) devices.delete(device);
    if (devices.size === 0) workspaces.delete(workspace);
    return [...devices.values()];
  };

  return {
    keep(beat) {
      const { workspace, device, threads } = beat;
      const before = living(workspace).find((one) => one.device === device)?.threads ?? [];
      const devices = workspaces.get(workspace) ?? new Map<string, Kept>();
      if (threads.length === 0) devices.delete(device);
      else devices.set(device, { ...beat, until: now() + LIVES_MS });
      workspaces.set(workspace, devices);
      const isNew = JSON.stringify(before) !== JSON.stringify(threads);
      if (isNew) for (const wake of waiting.get(workspace) ?? []) wake();
      return isNew;
    },
    others(workspace, member, keys) {
      const found = new Map<string, Other>();
      for (const { member: other, threads } of living(workspace))
        for (const { key, typing } of threads) {
          if (other === member || !keys.includes(key)) continue;
          const id = `${key} ${other}`;
          found.set(id, { key, member: other, typing: typing || (found.get(id)?.typing ?? false) });
        }
      return [...found.values()].toSorted(order);
    },
    changed: (workspace, ms, signal) =>
      new Promise((resolve) => {
        const wakers = waiting.get(workspace) ?? new Set();
        waiting.set(workspace, wakers);
        const done = () => {
          clearTimeout(timer);
          wakers.delete(done);
          if (wakers.size === 0 && waiting.get(workspace) === wakers) waiting.delete(workspace);
          signal.removeEventListener("abort", done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        wakers.add(done);
        signal.addEventListener("abort", done, { once: true });
        if (signal.aborted) done();
      }),
  };
}
