import { browser } from "wxt/browser";
import type { Offer, PairActions, Problem } from "#components/options/pair-form.tsx";
import { RungError } from "#lib/errors.ts";
import { sendMessage } from "#lib/messages.ts";
import { serverAddress } from "#lib/sync/server-address.ts";

/** Chrome and Firefox let an extension ask for an origin only in the click itself: nothing is awaited before. */
async function mayReach(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [`${origin}/*`] });
}

const problemOf = (error: RungError): Problem => ({ sentence: error.message, fields: error.fields });

const DENIED: Problem = {
  sentence: "The browser may not reach this server until you allow it. Try again and choose Allow.",
  fields: {},
};

export const onLook: PairActions["onLook"] = async ({ server, code }): Promise<Offer | Problem> => {
  try {
    const origin = serverAddress(server);
    if (!(await mayReach(originPattern(origin)))) return DENIED;
    const answer = await sendMessage("lookAtPairing", { server: origin, code });
    return answer.ok ? answer.value : answer;
  } catch (error) {
    if (error instanceof RungError) return problemOf(error);
    throw error;
  }
};

/** Match patterns know no ports. */
function originPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}`;
}

export const onPair: PairActions["onPair"] = async (asked) => {
  const answer = await sendMessage("pair", asked);
  return answer.ok ? null : answer;
};

/** A first name for this device: its browser and system. */
export function deviceName(agent: string): string {
  const name = /Firefox/.test(agent) ? "Firefox" : /Edg\//.test(agent) ? "Edge" : "Chrome";
  const system = ["Windows", "Mac OS", "CrOS", "Android", "Linux"].find((one) => agent.includes(one));
  return system === undefined ? name : `${name} on ${system}`;
}
