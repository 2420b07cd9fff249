import { setTimeout as sleep } from "node:timers/promises";
import type { Ledger } from "./ledger.ts";

/** The network of one device. */
export interface Weather {
  fetch: typeof globalThis.fetch;
  /** Nothing comes through while it is true. */
  isOffline: boolean;
}

const LATEST_MS = 3_000;
const LONGEST_MS = 30_000;

/**
 * Between a device and the servers: requests are lost while offline; of the answers some are lost; of the pushes some
 * arrive once more, later, among newer ones. What a server answers to any of them stands in the ledger.
 */
export function makeWeather(random: () => number, ledger: Ledger): Weather {
  const again = async (...asked: Parameters<typeof globalThis.fetch>) => {
    await sleep(random() * LATEST_MS);
    const [url, init] = asked;
    const signal = AbortSignal.timeout(LONGEST_MS);
    const answer = await fetch(url, { ...init, signal }).catch(() => null);
    // A server that dies in the midst of its answer said nothing.
    const said = await answer?.text().catch(() => null);
    if (answer && typeof said === "string") ledger.note(String(init?.body), answer.status, said);
  };
  const weather: Weather = {
    isOffline: false,
    fetch: async (url, init) => {
      if (weather.isOffline) throw new TypeError("offline");
      const isPush = init?.method === "POST" && String(url).endsWith("/v1/events");
      const [isRepeated, isLost] = [isPush && random() < 0.05, random() < 0.03];
      if (isRepeated) ledger.later.push(again(url, init));
      const answer = await fetch(url, init);
      if (answer.status >= 500 && answer.status !== 503)
        ledger.faults.push(`${String(url)} was answered ${answer.status}`);
      if (isPush) ledger.note(String(init.body), answer.status, await answer.clone().text());
      if (isLost) throw new TypeError("the answer was lost");
      return answer;
    },
  };
  return weather;
}
