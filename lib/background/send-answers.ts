import { z } from "zod";
import { consentOf, type OptIn } from "#lib/domain/consent.ts";
import { Instant } from "#lib/domain/event-data.ts";
import { ThreadShape } from "#lib/domain/event.ts";
import { messagingWindow } from "#lib/domain/messaging-window.ts";
import { PRECISIONS } from "#lib/domain/precision.ts";
import { CHANNELS, type Thread, threadKey } from "#lib/domain/thread.ts";
import { eventsOf } from "#lib/store/append.ts";
import { settingsFor } from "#lib/store/rules.ts";
import type { Store } from "#lib/store/store.ts";
import type { Background } from "./background.ts";
import { inbox, on } from "./on.ts";

const MayWriteQuery = z.strictObject({
  channel: z.enum(CHANNELS),
  thread: ThreadShape.nullable(),
  last: z
    .strictObject({ at: Instant, precision: z.enum(PRECISIONS) })
    .or(z.literal("none"))
    .nullable(),
});

/** What may be sent now: of permissions and countries nothing is known here, and "unknown" is an answer. */
export function answerSends({ store }: Background): void {
  on("mayWrite", inbox, MayWriteQuery, async ({ channel, thread, last }) => {
    const { timeZone } = await settingsFor(store, thread?.asset ?? null);
    const known = thread ? await knownOf(store, thread) : NOTHING_KNOWN;
    return messagingWindow({
      channel,
      now: store.now(),
      lastAction: last,
      lastMessage: last,
      adClickAt: last === "none" ? null : known.adClickAt,
      humanAgent: "unknown",
      templates: "unknown",
      marketing: {
        permission: "unknown",
        optIn: known.optIn,
        lastSentAt: null,
        limitReportedAt: null,
        businessCountry: null,
        customerCountry: null,
        timeZone: timeZone ?? store.timeZone,
      },
    });
  });
}

interface Known {
  adClickAt: number | null;
  optIn: OptIn;
}

const NOTHING_KNOWN: Known = { adClickAt: null, optIn: { state: "unknown" } };

async function knownOf(store: Store, thread: Thread): Promise<Known> {
  const key = threadKey(thread);
  const latest = (await store.db.states.get(key))?.conversations.at(-1);
  const click = latest?.touches.findLast(({ source }) => source.kind === "ad");
  const optIn = consentOf(await eventsOf(store, key), "marketing");
  // That nobody recorded a consent here does not say that there is none.
  // The label is read later than the click that it tells of, which began the conversation at the latest.
  const adClickAt = latest && click ? Math.min(click.at, latest.start.at) : null;
  return { adClickAt, optIn: optIn.state === "none" ? { state: "unknown" } : optIn };
}
