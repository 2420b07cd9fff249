import type { Thread } from "#lib/domain/thread.ts";
import type { Overlay } from "./overlay.ts";
import { refusalOf } from "./standing.ts";

/** The conversation that a judgement made now belongs to; null where there is none, which is said. */
export function readyThread(overlay: Overlay): Thread | null {
  const standing = overlay.standing();
  if (standing.state === "ready") return standing.thread;
  overlay.say(refusalOf(standing), "warn");
  return null;
}

/** Opens a panel about the conversation that is open, by key or click; says why where there is none. */
export function openReady(overlay: Overlay, panel: Parameters<Overlay["open"]>[0]): void {
  if (readyThread(overlay)) overlay.open(panel, true);
}
