import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import { OUTCOMES } from "#lib/domain/outcome.ts";
import {
  entryKey,
  nextAfter,
  outcomeShares,
  stillOpen,
  walkEntryOf,
  type WalkEntry,
} from "#lib/domain/walk.ts";
import { event, MINUTE, MONDAY, says, THREAD, wholeHistory } from "./story.ts";

const DAY = 86_400_000;
const ME = "22222222-2222-4222-8222-222222222222";
const OTHER = "33333333-3333-4333-8333-333333333333";
const asked = says("customer", MONDAY);
const at = MONDAY + 10 * MINUTE;
const tagged = (data: Parameters<typeof event<"outcome_tagged">>[2], member?: string) =>
  event("outcome_tagged", at, data, member === undefined ? {} : { member });
const entry = (since: number | null, ...events: Parameters<typeof fold>[0]) => {
  const conversation = fold(events).at(-1);
  return conversation
    ? walkEntryOf({ thread: THREAD, name: "Nora", conversation, isEarlier: false, me: ME }, since)
    : null;
};

describe("the walk through earlier conversations", () => {
  it("takes what is not tagged, and keeps what this person tagged since it began", () => {
    expect(entry(null, asked)).toMatchObject({ outcome: null, at: MONDAY, startSeen: false });
    expect(entry(null, asked, wholeHistory(MONDAY, MONDAY))).toMatchObject({ startSeen: true });
    const mine = tagged({ outcome: "qualified" }, ME);
    expect(entry(at, asked, mine)).toMatchObject({ outcome: "qualified", isWhole: true });
    expect(entry(null, asked, mine)).toBeNull();
    expect(entry(at + 1, asked, mine)).toBeNull();
    expect(entry(at, asked, tagged({ outcome: "qualified" }, OTHER))).toBeNull();
  });

  it("takes the conversations before the latest one too, each by itself, and asks nothing more of them", () => {
    const again = says("customer", MONDAY + 30 * DAY);
    const tag = tagged({ outcome: "unqualified", about: MONDAY }, ME);
    const entries = (...events: Parameters<typeof fold>[0]) =>
      fold(events).map((conversation, index, all) =>
        walkEntryOf(
          { thread: THREAD, name: null, conversation, isEarlier: index < all.length - 1, me: ME },
          at,
        ),
      );
    const [first, latest] = entries(asked, again);
    expect(first).toMatchObject({ about: MONDAY, outcome: null });
    expect(latest).toMatchObject({ about: null, outcome: null });
    expect(first && latest && entryKey(first) === entryKey(latest)).toBe(false);
    const [done, still] = entries(asked, again, tag);
    expect(done).toMatchObject({ outcome: "unqualified", isWhole: true });
    expect(still).toMatchObject({ outcome: null });
  });

  it("goes on soon, gives a reason a moment, and lets an amount be typed in peace", () => {
    const after = (...events: Parameters<typeof fold>[0]) => {
      const found = entry(at, asked, ...events);
      return found && nextAfter(found);
    };
    expect(after()).toBeNull();
    expect(after(tagged({ outcome: "sales_ready" }))).toBe(1_200);
    expect(after(tagged({ outcome: "unqualified" }))).toBe(6_000);
    expect(after(tagged({ outcome: "unqualified", reason: "spam" }))).toBe(1_200);
    const sold = tagged({ outcome: "converted" });
    expect(after(sold)).toBeNull();
    const sale = { how: "in_chat" as const, tag: sold.id, amountMinor: 900, currency: "USD" };
    expect(after(sold, event("sale_recorded", at, sale))).toBe(1_200);
  });

  it("meets each that is not tagged once, in order, and its picture counts each that is", () => {
    const entries: fc.Arbitrary<WalkEntry[]> = fc.array(
      fc.record({
        thread: fc.constant(THREAD),
        about: fc.constant(null),
        name: fc.constant(null),
        at: fc.integer({ min: 0, max: 1_000 }),
        outcome: fc.option(fc.constantFrom(...OUTCOMES)),
        isWhole: fc.boolean(),
        startSeen: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(entries, (all) => {
        const oldest = stillOpen(all, "oldest");
        const times = oldest.map((one) => one.at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(stillOpen(all, "newest").map((one) => one.at)).toEqual(times.toReversed());
        const counted = outcomeShares(all).reduce((sum, { count }) => sum + count, 0);
        expect(counted + oldest.length).toBe(all.length);
      }),
    );
  });
});
