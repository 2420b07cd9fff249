import { z } from "zod";
import { ThreadShape } from "./event.ts";

/** A person to forget: the id of their thread, in every Page and channel. */
export const ErasureRequest = z.object({ person: ThreadShape.shape.id }).meta({ id: "ErasureRequest" });
/** How much was known of them. */
export const Erased = z.object({ threads: z.int(), events: z.int() }).meta({ id: "Erased" });
export type Erased = z.infer<typeof Erased>;

/** Persons to forget on a device: HMAC-SHA-256 of their thread ids under the key, both in hex. */
export const ErasedDigests = z
  .object({ key: z.string().regex(/^[0-9a-f]{64}$/), digests: z.array(z.string()) })
  .meta({ id: "ErasedDigests" });
export type ErasedDigests = z.infer<typeof ErasedDigests>;
