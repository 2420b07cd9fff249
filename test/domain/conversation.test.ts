import { describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { DAY, event, HOUR, MINUTE, MONDAY, says, wholeHistory } from "#test/domain/story.ts";

const only = (events: StoredEvent[]) => {
  const [conversation, ...more] = fold(events);
  if (!conversation || more.length > 0) throw new Error(`expected one conversation, got ${more.length + 1}`);
  return conversation;
};

describe("where conversations start", () => {
  it("starts one at the customer's first message, seen when the beginning was", () => {
    const { start } = only([says("customer", MONDAY), wholeHistory(MONDAY, MONDAY)]);
    expect(start).toEqual({ at: MONDAY, seen: true, precision: "second", by: "customer" });
  });

  it("calls a start nobody saw 'before T': on the day of installation nothing old counts as started", () => {
    expect(only([says("customer", MONDAY)]).start.seen).toBe(false);
  });

  it("starts another after a gap of seven days that one device read without a hole", () => {
    const later = MONDAY + 7 * DAY;
    const events = [says("customer", MONDAY), says("customer", later)];
    expect(fold(events).map(({ start }) => start.seen)).toEqual([false, false]);
    const read = event("history_seen", MONDAY, { to: later, beginning: false });
    expect(fold([...events, read]).map(({ start }) => start.seen)).toEqual([false, true]);
  });

  it("starts none while a person or a bot wrote in the gap, though a greeting does not count", () => {
    const later = MONDAY + 8 * DAY;
    const between = MONDAY + 4 * DAY;
    expect(fold([says("customer", MONDAY), says("person", between), says("customer", later)])).toHaveLength(
      1,
    );
    expect(fold([says("customer", MONDAY), says("bot", between), says("customer", later)])).toHaveLength(1);
    expect(
      fold([says("customer", MONDAY), says("automatic", between), says("customer", later)]),
    ).toHaveLength(2);
  });

  it("moves a start when an older message arrives late", () => {
    const before = [says("customer", MONDAY), wholeHistory(MONDAY, MONDAY)];
    const late = [says("customer", MONDAY - HOUR), wholeHistory(MONDAY - HOUR, MONDAY)];
    expect(only([...before, ...late]).start).toEqual({
      at: MONDAY - HOUR,
      seen: true,
      precision: "second",
      by: "customer",
    });
  });

  it("keeps what was judged in the conversation that contained it, or the one that `about` names", () => {
    const second = MONDAY + 10 * DAY;
    const events = [
      says("customer", MONDAY),
      says("customer", second),
      event("outcome_tagged", MONDAY + HOUR, { outcome: "qualified" }),
      event("outcome_tagged", second + HOUR, { outcome: "unqualified", about: MONDAY }),
    ];
    expect(fold(events).map(({ outcome }) => outcome?.outcome)).toEqual(["unqualified", undefined]);
  });

  it("keeps a sale that is known to the day in the conversation that started on that day", () => {
    const midnight = MONDAY - (MONDAY % DAY);
    const sale = event("sale_recorded", midnight, { how: "outside" }, { precision: "day" });
    const starts = [says("customer", MONDAY - 10 * DAY), says("customer", MONDAY)];
    expect(fold([...starts, sale]).map(({ sales }) => sales.length)).toEqual([0, 1]);
  });

  it("has a conversation for a tag where nothing could be read of the thread", () => {
    expect(only([event("outcome_tagged", MONDAY, { outcome: "qualified" })]).start).toEqual({
      at: MONDAY,
      seen: false,
      precision: "unknown",
      by: "unknown",
    });
  });
});

describe("judgements", () => {
  const tag = event("outcome_tagged", MONDAY + MINUTE, { outcome: "qualified" });
  const better = event("outcome_tagged", MONDAY + 2 * MINUTE, { outcome: "sales_ready" });

  it("takes the latest tag that stands, and the earlier one again after an undo", () => {
    expect(only([says("customer", MONDAY), tag, better]).outcome?.outcome).toBe("sales_ready");
    const undo = event("withdrawn", MONDAY + 3 * MINUTE, { target: better.id });
    expect(only([says("customer", MONDAY), tag, better, undo]).outcome?.outcome).toBe("qualified");
  });

  it("orders by clock stamp, ties by device, then id: alike on every device", () => {
    const tie = { hlc: "0000000000010000", device: "ffffffff-ffff-4fff-bfff-ffffffffffff" };
    const other = { ...tie, device: "00000000-0000-4000-8000-000000000000" };
    const won = event("outcome_tagged", MONDAY, { outcome: "qualified" }, tie);
    const lost = event("outcome_tagged", MONDAY + DAY, { outcome: "unqualified" }, other);
    expect(only([won, lost]).outcome?.event).toBe(won.id);
    expect(only([lost, won]).outcome?.event).toBe(won.id);
  });

  it("withdraws the sale that a tag recorded with the tag", () => {
    const converted = event("outcome_tagged", MONDAY, { outcome: "converted" });
    const sale = event("sale_recorded", MONDAY, {
      amountMinor: 8500,
      currency: "USD",
      how: "in_chat",
      tag: converted.id,
    });
    expect(only([converted, sale]).sales).toHaveLength(1);
    expect(
      only([converted, sale, event("withdrawn", MONDAY + 1, { target: converted.id })]).sales,
    ).toHaveLength(0);
  });

  it("takes a correction and a refund whenever they come", () => {
    const sale = event("sale_recorded", MONDAY, { amountMinor: 8500, currency: "USD", how: "outside" });
    const corrected = event("sale_corrected", MONDAY + 90 * DAY, {
      target: sale.id,
      amountMinor: 9000,
      currency: "USD",
    });
    const refund = event("sale_refunded", MONDAY + 91 * DAY, {
      target: sale.id,
      amountMinor: 1000,
      currency: "USD",
    });
    const [standing] = only([sale, corrected, refund]).sales;
    expect(standing).toMatchObject({ amountMinor: 9000, at: MONDAY, refunds: [{ amountMinor: 1000 }] });
  });

  it("counts a handoff until it is returned", () => {
    const offer = event("handoff_offered", MONDAY, { to: "sales" });
    const accepted = event("handoff_accepted", MONDAY + HOUR, { target: offer.id });
    const returned = event("handoff_returned", MONDAY + DAY, {
      target: offer.id,
      reason: "No budget after all",
    });
    expect(only([offer, accepted]).handoffs[0]).toMatchObject({
      acceptedAt: MONDAY + HOUR,
      returnedAt: null,
    });
    // It was accepted in time all the same: a return does not make a miss of it.
    expect(only([offer, accepted, returned]).handoffs[0]).toMatchObject({
      acceptedAt: MONDAY + HOUR,
      returnedAt: MONDAY + DAY,
    });
    const again = event("handoff_accepted", MONDAY + 2 * DAY, { target: offer.id });
    expect(only([offer, accepted, returned, again]).handoffs[0]).toMatchObject({
      acceptedAt: MONDAY + HOUR,
      returnedAt: null,
    });
  });
});

describe("going on", () => {
  it("needs the customer to write again after a person's or a bot's answer, not after a greeting", () => {
    const greeted = [
      says("customer", MONDAY),
      says("automatic", MONDAY + 1000),
      says("customer", MONDAY + MINUTE),
    ];
    expect(only(greeted).wentOnAt).toBeNull();
    const answered = [...greeted, says("person", MONDAY + HOUR), says("customer", MONDAY + 2 * HOUR)];
    expect(only(answered)).toMatchObject({ firstAnswerAt: MONDAY + HOUR, wentOnAt: MONDAY + 2 * HOUR });
  });

  it("counts from the first answer to the customer, not from what the business wrote first", () => {
    const first = [
      says("person", MONDAY),
      says("customer", MONDAY + HOUR),
      says("person", MONDAY + 2 * HOUR),
    ];
    expect(only(first)).toMatchObject({ firstAnswerAt: MONDAY + 2 * HOUR, wentOnAt: null });
    expect(only([...first, says("customer", MONDAY + 3 * HOUR)]).wentOnAt).toBe(MONDAY + 3 * HOUR);
  });
});

describe("two devices that saw the same messages", () => {
  it("make one of a message by its key, with the more exact time", () => {
    const rough = event(
      "message_seen",
      MONDAY,
      { key: "mid.$1", sender: "customer" },
      { precision: "minute" },
    );
    const exact = event("message_seen", MONDAY + 12_345, { key: "mid.$1", sender: "customer" });
    expect(only([rough, exact]).lastCustomerAt).toBe(MONDAY + 12_345);
  });

  it("merge a turn without ids with the messages it is made of", () => {
    const turn = event(
      "turn_seen",
      MONDAY,
      { sender: "customer", to: MONDAY + 5 * MINUTE },
      { precision: "minute" },
    );
    const messages = [says("customer", MONDAY + 20_000), says("customer", MONDAY + 5 * MINUTE + 30_000)];
    expect(only([turn, ...messages])).toEqual(only(messages));
  });
});
