import { useEffect, useState } from "react";
import { WhyList } from "#components/bar/why-list.tsx";
import { sentenceOf } from "#lib/errors.ts";
import type { WhyDue } from "#lib/messages.ts";
import { useHeldCurrent, useOverlay, useOverlayState, useShownNow } from "#lib/overlay/context.ts";
import { offeredIn, type Running } from "#lib/overlay/running.ts";
import { WINDOW_MS } from "#lib/overlay/timer.ts";
import { groundOf, waitShown } from "#lib/overlay/wait-shown.ts";
import { targetWords, whyLines } from "#lib/overlay/why-words.ts";
import { weekTime } from "#lib/overlay/words.ts";
import { features } from "./registry.ts";

const WHAT = {
  reply: "An answer",
  first_reply: "The first answer",
  next_reply: "The next answer",
  outcome: "An outcome",
  handoff: "Accepting the handoff",
} as const;

/** Reads the way to a deadline once, for as long as it is asked about; a sentence where it could not be read. */
function useWhy(running: Running | null, asset: string | null): WhyDue | string | null {
  const overlay = useOverlay();
  const [answer, setAnswer] = useState<WhyDue | string | null>(null);
  const asked = running && JSON.stringify(running.asked);
  useEffect(() => {
    const stop = new AbortController();
    const keep = (given: WhyDue | string) => stop.signal.aborted || setAnswer(given);
    if (running)
      overlay
        .send("whyDue", { asset, asked: running.asked })
        .then(keep)
        .catch((error: unknown) => keep(`The reason could not be read: ${sentenceOf(error)}`));
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- `asked` is what `running` asks, as one text
  }, [overlay, asset, asked]);
  return answer;
}

/** One clock in words; nothing until the background has answered. */
function told({ asked, atLeast }: Running, why: WhyDue | string | null) {
  if (why === null) return [];
  if (typeof why === "string") return [{ lead: why, lines: [] }];
  const { due, explanation, timeZone, isDefault } = why;
  const start = atLeast ? " The start is not known exactly: it may be longer, never shorter." : "";
  const lead = `${WHAT[asked.metric]} within ${targetWords(due.target, isDefault)}.${start}`;
  return [{ lead, lines: whyLines(explanation?.steps ?? [], timeZone) }];
}

/** Why the customer's wait, and a handoff beside it, are due when they are. */
function Why() {
  const overlay = useOverlay();
  const current = useHeldCurrent();
  const asset = useOverlayState((state) => groundOf(state, current).asset);
  const { wait, offer } = useShownNow((state, now) => ({
    wait: waitShown(current.conversation, groundOf(state, current), state.dues, now).running,
    offer: offeredIn(state, current),
  }));
  const whyWait = useWhy(wait, asset);
  const whyOffer = useWhy(offer, asset);
  if (!wait && !offer)
    return <WhyList parts={[{ lead: "Nobody waits for an answer.", lines: [] }]} notes={[]} />;
  const parts = [...(wait ? told(wait, whyWait) : []), ...(offer ? told(offer, whyOffer) : [])];
  if (parts.length === 0) return null;
  const last = current.conversation?.lastCustomerAt ?? null;
  const until = wait && last !== null ? last + WINDOW_MS : null;
  const zones = [whyWait, whyOffer].flatMap((why) =>
    why !== null && typeof why === "object" && why.due.target.clock === "business" ? [why.timeZone] : [],
  );
  const notes = [
    ...(until === null
      ? []
      : [
          `Meta's window of 24 hours ${until < overlay.clock.now() ? "closed" : "closes"} ${weekTime(until)}.`,
        ]),
    ...[...new Set(zones)].map((zone) => `Times are those of ${zone}.`),
  ];
  return <WhyList parts={parts} notes={notes} />;
}

features.add("why", { needs: ["messages"], panel: { id: "why", title: "Why this time?", View: Why } });
