import { setTimeout as sleep } from "node:timers/promises";
import { judge, type Judgement } from "./judge.ts";
import { inTime } from "./patience.ts";
import { type Kill, planOf } from "./plan.ts";
import { settle } from "./settle.ts";
import { gather, type Team } from "./team.ts";

const SAY_EVERY = 20;
/** Its victim's return from an earlier death is waited for first. */
const KILL_MS = 660_000;
const STOP_MS = 120_000;
/** At the end everybody reads the whole log, which grows with the kills. */
const PATIENCE_MS = 180_000;
const PATIENCE_A_KILL_MS = 3_000;

export interface ChaosOptions {
  kills: number;
  seed: number;
  /** Of Chromium. */
  executable: string;
  signal: AbortSignal;
  say: (line: string) => void;
}

export interface Report extends Judgement {
  kills: number;
  /** What nobody may ever see, as lines for a person. */
  faults: string[];
}

/** Kills, one after the other, what a team works with while it works; then says what became of what was promised. */
export async function runChaos({ kills, seed, executable, signal, say }: ChaosOptions): Promise<Report> {
  const team = await gather({ seed, executable, signal, say });
  try {
    const { ground, browser, devices, ledger } = team;
    const over = new AbortController();
    const working = [browser, ...devices].map((one) =>
      one.work(AbortSignal.any([signal, over.signal])).catch((error: unknown) => {
        ledger.faults.push(error instanceof Error ? String(error.stack) : String(error));
      }),
    );
    let done = 0;
    try {
      for (const kill of planOf(seed, kills)) {
        const wanted = ledger.acknowledged.size + kill.afterEvents;
        await ledger.reach(wanted, signal);
        await sleep(kill.afterMs, undefined, { signal });
        await inTime(`The ${kill.victim} was not killed`, KILL_MS, killers[kill.victim](team, kill));
        done += 1;
        if (done % SAY_EVERY === 0)
          say(`${done} of ${kills} kills, ${ledger.acknowledged.size} events acknowledged`);
      }
      await ground.recovered();
    } catch (error) {
      if (!signal.aborted) say(`It went wrong after ${done} kills.\n${await ground.condition()}`);
      throw error;
    } finally {
      over.abort();
      await inTime("Not everybody stopped working", STOP_MS, Promise.all(working));
    }
    say(`Nobody works any more. ${awayOf(team)} All follow the feed to its end.`);
    await settle(team, PATIENCE_MS + kills * PATIENCE_A_KILL_MS, signal);
    signal.throwIfAborted();
    return { kills: done, ...(await judge(team)), faults: ledger.faults };
  } finally {
    await team.disband();
  }
}

const killers: Record<Kill["victim"], (team: Team, kill: Kill) => Promise<void>> = {
  server: ({ ground }, { which }) => ground.killServer(which),
  postgres: ({ ground }) => ground.killPostgres(),
  background: ({ browser }) => browser.killBackground(),
};

/** How long the dead were away, and how often simulated backgrounds died besides. */
function awayOf({ ground: { away }, devices }: Team): string {
  const deaths = devices.reduce((sum, device) => sum + device.deaths(), 0);
  return `A server was away for ${middle(away.server)} ms, PostgreSQL for ${middle(away.postgres)} ms (medians); simulated backgrounds died ${deaths} times.`;
}

const middle = (times: number[]): number =>
  Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
