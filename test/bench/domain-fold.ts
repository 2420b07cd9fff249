import { fold } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { nanoseconds } from "#test/bench/measure.ts";
import { below, type Row } from "#test/bench/row.ts";
import { event, MINUTE, MONDAY, says, wholeHistory } from "#test/domain/story.ts";

export const rows = (): Row[] => {
  const events = hundredEvents();
  const ns = nanoseconds(() => fold(events).length);
  return [below(`a fold of ${events.length} events`, "µs", ns / 1000, 50)];
};

/** Nine days lie between the two conversations. */
const at = (turn: number) => MONDAY + turn * 7 * MINUTE + (turn >= 46 ? 9 * 1440 * MINUTE : 0);

/** A thread as it comes to be: two conversations, messages of both sides, and what was judged and done. */
function hundredEvents(): StoredEvent[] {
  const messages = Array.from({ length: 92 }, (_, turn) =>
    says(turn % 2 === 0 ? "customer" : "person", at(turn)),
  );
  const offer = event("handoff_offered", at(20), { to: "sales" });
  const tag = event("outcome_tagged", at(19), { outcome: "qualified", criteria: ["Need"] });
  const sale = event("sale_recorded", at(40), { amountMinor: 8_500, currency: "USD", how: "in_chat" });
  return [
    wholeHistory(MONDAY, at(91)),
    ...messages,
    event("source_attributed", at(0), {
      source: { kind: "ad", ad: "120246504706250534" },
      method: "ad_label",
    }),
    event("macro_inserted", at(3), { macro: "thanks" }),
    tag,
    offer,
    event("handoff_accepted", at(22), { target: offer.id }),
    sale,
    event("sale_refunded", at(60), { target: sale.id, amountMinor: 500, currency: "USD" }),
  ];
}
