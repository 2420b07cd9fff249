import { describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { ownerOf } from "#lib/domain/owner.ts";
import { stagesOf } from "#lib/domain/stage.ts";
import { DAY, event, MINUTE, MONDAY, says } from "#test/domain/story.ts";

const [KIM, LEE, MAX] = ["kim", "lee", "max"];
const by = (member?: string) => (member === undefined ? {} : { member });
const offer = event("handoff_offered", MONDAY + 10 * MINUTE, { to: "sales" }, by(KIM));
const accept = (minutes: number, member?: string) =>
  event("handoff_accepted", MONDAY + minutes * MINUTE, { target: offer.id }, by(member));
const giveBack = (minutes: number, member?: string) =>
  event("handoff_returned", MONDAY + minutes * MINUTE, { target: offer.id, reason: "Not ready" }, by(member));
const asked = says("customer", MONDAY);
const only = (...events: StoredEvent[]) => {
  const [conversation] = fold([asked, ...events]);
  if (!conversation) throw new Error("There is no conversation.");
  return conversation;
};

const stages = (...events: StoredEvent[]) => stagesOf(only(...events), DAY);

describe("an offer", () => {
  it("is with the first who accepts, and keeps when that was", () => {
    const { handoffs } = only(offer, accept(14, LEE), accept(15, MAX));
    expect(handoffs).toMatchObject([{ acceptedAt: MONDAY + 14 * MINUTE, held: { by: LEE }, returned: null }]);
  });

  it("that came back is with nobody; then with whoever accepts it next", () => {
    const returned = [offer, accept(14, LEE), giveBack(20, LEE)];
    expect(only(...returned).handoffs).toMatchObject([
      { acceptedAt: MONDAY + 14 * MINUTE, held: null, returned: { by: LEE }, returnReason: "Not ready" },
    ]);
    expect(only(...returned, accept(30, MAX)).handoffs).toMatchObject([
      { acceptedAt: MONDAY + 14 * MINUTE, held: { by: MAX }, returned: null, returnedAt: null },
    ]);
  });

  it("is as before once its answer is withdrawn", () => {
    const answer = giveBack(20, LEE);
    const undo = event("withdrawn", MONDAY + 21 * MINUTE, { target: answer.id }, by(LEE));
    expect(only(offer, accept(14, LEE), answer, undo).handoffs).toMatchObject([{ held: { by: LEE } }]);
  });

  it("counts as handed off until it comes back, accepted beside it", () => {
    expect(stages(offer)).toMatchObject({ handedOff: true, accepted: false });
    expect(stages(offer, accept(14, LEE))).toMatchObject({ handedOff: true, accepted: true });
    expect(stages(offer, accept(14, LEE), giveBack(20, LEE))).toMatchObject({
      handedOff: false,
      accepted: false,
    });
  });
});

describe("whose a conversation is", () => {
  const tag = event("outcome_tagged", MONDAY + 5 * MINUTE, { outcome: "qualified" }, by(KIM));
  const reply = (minutes: number, member?: string) =>
    event(
      "message_seen",
      MONDAY + minutes * MINUTE,
      { key: `r${minutes}`, sender: "person", own: true },
      by(member),
    );

  it("is theirs who accepted its last handoff, whoever answers after", () => {
    expect(ownerOf(only(tag, offer, accept(14, LEE), reply(20, KIM)))).toEqual({
      by: LEE,
      because: "accepted",
    });
  });

  it("else theirs who replied or tagged last", () => {
    expect(ownerOf(only(tag))).toEqual({ by: KIM, because: "tagged" });
    expect(ownerOf(only(tag, reply(6)))).toEqual({ by: undefined, because: "replied" });
    expect(ownerOf(only(tag, reply(4, LEE)))).toEqual({ by: KIM, because: "tagged" });
    expect(ownerOf(only(tag, reply(6, LEE), offer, accept(14, MAX), giveBack(15, MAX)))).toEqual({
      by: LEE,
      because: "replied",
    });
  });

  it("is nobody's where only a colleague's page saw an answer", () => {
    expect(
      ownerOf(only(event("message_seen", MONDAY + MINUTE, { key: "x", sender: "person" }, by(LEE)))),
    ).toBeNull();
  });
});
