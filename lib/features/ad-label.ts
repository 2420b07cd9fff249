import type { Conversation } from "#lib/domain/conversation.ts";
import type { Thread } from "#lib/domain/thread.ts";
import { sameThread } from "#lib/domain/thread.ts";
import type { AdReading } from "#lib/inbox/reading.ts";
import { createDelay } from "#lib/overlay/delay.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { features } from "./registry.ts";

/**
 * The details change after the header: the label must stand this long, in ms, beside the same conversation, longer
 * where it may be what the conversation before left behind, and less long where the details show whose they are.
 */
const SETTLED_MS = { own: 600, unsigned: 2_000 };
const UNCHANGED_MS = { own: 1_500, unsigned: 6_000 };

const isKnown = (conversations: readonly Conversation[], ad: string): boolean =>
  conversations.some(({ touches }) => touches.some(({ source }) => source.kind === "ad" && source.ad === ad));

interface Sight {
  thread: Thread;
  ad: AdReading & { id: string };
}

const isSameSight = (a: Sight | null, b: Sight | null): boolean =>
  a?.ad.id === b?.ad.id && a?.ad.isOwn === b?.ad.isOwn && sameThread(a?.thread ?? null, b?.thread ?? null);

/**
 * Records the ad that the details pane names, once a thread: the label stays with the person, and a later
 * conversation inherits no source.
 */
function start(overlay: Overlay, signal: AbortSignal): void {
  const { store, window } = overlay;
  let seen: Sight | null = null;
  let last: string | null = null;
  const delay = createDelay(window, signal);

  const sight = (): Sight | null => {
    const ad = store.get().reading?.open?.ad;
    const standing = overlay.standing();
    if (standing.state !== "ready" || !ad || ad.id === null || !overlay.current().log) return null;
    return { thread: standing.thread, ad: { ...ad, id: ad.id } };
  };
  const record = ({ thread, ad }: Sight) => {
    if (isKnown(overlay.current().conversations, ad.id)) return;
    const about = ad.at === null ? {} : { about: ad.at };
    overlay.judge(thread, [
      {
        kind: "source_attributed",
        data: { source: { kind: "ad", ad: ad.id }, method: "ad_label", ...about },
      },
    ]);
  };
  const follow = () => {
    const next = sight();
    if (isSameSight(next, seen)) return;
    const settled = (last === next?.ad.id ? UNCHANGED_MS : SETTLED_MS)[next?.ad.isOwn ? "own" : "unsigned"];
    seen = next;
    last = next?.ad.id ?? last;
    delay.cancel();
    if (next) delay.start(() => sight()?.ad.id === next.ad.id && record(next), settled);
  };

  signal.addEventListener("abort", store.subscribe(follow), { once: true });
  follow();
}

features.add("ad-label", { needs: ["details"], start });
