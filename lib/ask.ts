import { sendMessage } from "#lib/messages.ts";
import { createSend } from "#lib/overlay/send.ts";
import { pause } from "./pause.ts";

/**
 * Asks the background from one of our own pages; asked again where it was killed meanwhile. Every question may come
 * twice: what it stores, it stores by id.
 */
export const ask = createSend({ deliver: sendMessage, isAlive: () => true, pause });
