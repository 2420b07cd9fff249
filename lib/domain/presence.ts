import { z } from "zod";
import { ThreadShape } from "./event.ts";

/** How many conversations one device may have open at once. */
const MOST = 20;

/** For how long (seconds) an answer may be kept back while nobody comes or goes. */
export const PRESENCE_WAIT = 10;

/**
 * What a device has open now; nothing of it is stored. `seen` is the digest of the last answer: as long as it holds,
 * the next is kept back for up to `wait` seconds.
 */
export const PresenceRequest = z
  .object({
    threads: z.array(z.object({ thread: ThreadShape, typing: z.boolean() })).max(MOST),
    seen: z.string().max(64).optional(),
    wait: z.int().min(0).max(PRESENCE_WAIT).default(0),
  })
  .meta({ id: "PresenceRequest" });
export type PresenceRequest = z.infer<typeof PresenceRequest>;

/** Which colleagues have the same conversations open, on any of their devices. */
export const PresenceAnswer = z
  .object({
    others: z.array(z.object({ thread: ThreadShape, member: z.uuid(), typing: z.boolean() })),
    seen: z.string(),
  })
  .meta({ id: "PresenceAnswer" });
export type PresenceAnswer = z.infer<typeof PresenceAnswer>;
