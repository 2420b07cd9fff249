import { browser } from "wxt/browser";
import type { Offer, PairActions, Problem } from "#components/options/pair-form.tsx";
import { RungError } from "#lib/errors.ts";
import { ask } from "#lib/ask.ts";
import { serverAddress } from "#lib/sync/server-address.ts";

const patternOf = (origin: string): string => {
  // Match patterns know no ports.
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

/** Whether the browser lets the extension reach a server. */
export const mayReach = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(origin)] });

/** Chrome and Firefox let an extension ask for an origin only in the click itself: nothing is awaited before. */
export const askToReach = (origin: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(origin)] });

const problemOf = (error: RungError): Problem => ({ sentence: error.message, fields: error.fields });

const DENIED: Problem = {
  sentence: "The browser may not reach this server until you allow it. Try again and choose Allow.",
  fields: {},
};

export const onLook: PairActions["onLook"] = async ({ server, code }): Promise<Offer | Problem> => {
  try {
    const origin = serverAddress(server);
    if (!(await askToReach(origin))) return DENIED;
    const answer = await ask("lookAtPairing", { server: origin, code });
    return answer.ok ? answer.value : answer;
  } catch (error) {
    if (error instanceof RungError) return problemOf(error);
    throw error;
  }
};

export const onPair: PairActions["onPair"] = async (asked) => {
  const answer = await ask("pair", asked);
  return answer.ok ? null : answer;
};

/** A first name for this device: its browser and system. */
export function deviceName(agent: string): string {
  const name = /Firefox/.test(agent) ? "Firefox" : /Edg\//.test(agent) ? "Edge" : "Chrome";
  const system = ["Windows", "Mac OS", "CrOS", "Android", "Linux"].find((one) => agent.includes(one));
  return system === undefined ? name : `${name} on ${system}`;
}
