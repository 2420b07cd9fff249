import { threadKey } from "#lib/domain/thread.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { features } from "./registry.ts";

/** Tells the background which conversation was certain under which name. Names stay in this browser. */
function start(overlay: Overlay, signal: AbortSignal): void {
  const { store, send } = overlay;
  const told = new Map<string, string>();
  const follow = () => {
    const { reading } = store.get();
    const standing = overlay.standing();
    const name = reading?.open?.identity.name ?? null;
    if (standing.state !== "ready" || name === null) return;
    const { thread } = standing;
    const lastAt = reading?.rows.find(({ selected }) => selected)?.lastAt ?? null;
    const key = threadKey(thread);
    const text = JSON.stringify([name, lastAt]);
    if (told.get(key) === text) return;
    told.set(key, text);
    // What is not learned now is learned at the next change; nothing waits for it.
    send("learn", { thread, name, lastAt }).catch(() => told.delete(key));
  };
  signal.addEventListener("abort", store.subscribe(follow), { once: true });
  follow();
}

features.add("acquaintances", { needs: ["header"], start });
