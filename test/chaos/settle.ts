import { setTimeout as sleep } from "node:timers/promises";
import type { Team } from "./team.ts";

/**
 * Everything is up and nobody works: all push what waits and follow the feed to its end.
 * @param patienceMs more for a longer log
 */
export async function settle(
  { ground, browser, devices, ledger }: Team,
  patienceMs: number,
  signal: AbortSignal,
): Promise<void> {
  await ground.recovered();
  await browser.send(patienceMs);
  await Promise.all(ledger.later);
  const until = performance.now() + patienceMs;
  // The second time everybody reads what the last of the first time sent.
  for (let rounds = 0; rounds < 2;) {
    const through = await Promise.all(devices.map((device) => device.settle()));
    if (through.every(Boolean)) rounds += 1;
    else if (performance.now() > until) {
      const stuck = devices.filter((_, place) => through[place] !== true).map(({ name }) => name);
      throw new Error(`${stuck.join(", ")} could not send and read everything.`);
    } else await sleep(200, undefined, { signal });
  }
  const { count } = await ground.db
    .selectFrom("events")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  await browser.readAll(Number(count), patienceMs);
}
