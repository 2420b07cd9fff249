import { Dexie } from "dexie";
import { beforeEach, describe, expect, it } from "vitest";
import { chosenLive, choose } from "#lib/store/chosen.ts";
import { applyChanges } from "#lib/store/apply-changes.ts";
import { assetsOf, listPages, pageState, pairingOf } from "#lib/store/page.ts";
import { countUploads, keepMe, listPairings, removePairing, savePairing } from "#lib/store/pairing.ts";
import { record } from "#lib/store/record.ts";
import { linkRevoked } from "#lib/store/link.ts";
import { countWaiting, takeBatch } from "#lib/store/take-batch.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { type Device, device, draft, PAGE, thread } from "./device.ts";

const A = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
const B = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
const KIM = "0199a000-0000-7000-8000-0000000000b1";
const OTHER = "2002";

let here: Device;
const me = (id: string, ...counted: string[]) => ({
  workspace: {
    id,
    name: `Team ${id[0]}`,
    timeZone: "UTC",
    currency: null,
    policy: { retentionDays: null, figuresPerPerson: null },
  },
  member: { id: KIM, name: "Kim", role: "rep" as const },
  pages: counted.map((asset) => ({ asset, name: null, counted: true })),
  members: [{ id: KIM, name: "Kim", left: false }],
});
const pairWith = async (id: string, ...counted: string[]) => {
  here.clock.now += 1_000;
  return savePairing(here, {
    server: `https://${id[0]}.example`,
    token: `rung_${id[0]}`,
    expiresAt: here.clock.now + 9e9,
    me: me(id, ...counted),
  });
};
const tag = (asset: string) =>
  record(here, [
    draft("outcome_tagged", { outcome: "qualified" }, { thread: thread("7", asset), at: here.clock.now }),
  ]);
const batchOf = async (id: string) => {
  const pairing = await here.db.pairings.get(id);
  return pairing ? (await takeBatch(here, pairing, 500)).map((event) => event.thread.asset) : [];
};
const page = {
  settings: null,
  me: null,
  erased: null,
  cursor: "next",
  more: false,
  total: null,
  restarted: false,
};

beforeEach(() => {
  here = device();
});

describe("an event", () => {
  it("goes to the workspace that counts its Page, and to no other", async () => {
    await pairWith(B, OTHER);
    await pairWith(A, PAGE);
    await tag(PAGE);
    await tag(OTHER);
    expect(await batchOf(A)).toEqual([PAGE]);
    expect(await batchOf(B)).toEqual([OTHER]);
    expect(await pageState(here, "3003")).toBe("unknown");
  });

  it("of a Page that two count is the first one's, until that is unpaired; then the other's, which reads anew", async () => {
    await pairWith(B, PAGE);
    const later = await pairWith(A, PAGE, OTHER);
    await tag(PAGE);
    expect([await batchOf(A), await batchOf(B)]).toEqual([[], [PAGE]]);
    expect(await assetsOf(here, later)).toEqual([OTHER]);
    expect(await countWaiting(here, later)).toBe(0);
    await here.db.pairings.update(A, { cursor: "far" });
    await removePairing(here, B);
    expect(await batchOf(A)).toEqual([PAGE]);
    expect((await here.db.pairings.get(A))?.cursor).toBeNull();
  });

  it("goes to the other where the first counts its Page no more", async () => {
    await pairWith(B, PAGE);
    await pairWith(A, PAGE);
    await tag(PAGE);
    await keepMe(here, B, me(B));
    expect([await batchOf(A), await batchOf(B)]).toEqual([[PAGE], []]);
  });

  it("of a Page that another has is not taken from a workspace's log", async () => {
    await pairWith(B, PAGE);
    const later = await pairWith(A, PAGE, OTHER);
    const change = (asset: string) => {
      const made = draft("outcome_tagged", { outcome: "qualified" }, { thread: thread("9", asset) });
      return {
        event: { ...made, device: KIM, hlc: "0000000000000001" },
        member: KIM,
        receivedAt: here.clock.now,
        flagged: false,
      };
    };
    await applyChanges(here, later, { ...page, changes: [change(PAGE), change(OTHER)] });
    expect((await here.db.events.toArray()).map(({ asset }) => asset)).toEqual([OTHER]);
    expect((await here.db.pairings.get(A))?.cursor).toBe("next");
    await applyChanges(here, later, { ...page, cursor: "stale", changes: [] });
    expect((await here.db.pairings.get(A))?.cursor).toBe("next");
  });
});

describe("several pairings", () => {
  it("keep their place when one is paired anew, and tell what would be uploaded", async () => {
    await answerPageHere(here, { asset: PAGE, name: "Shop", counted: true });
    await tag(PAGE);
    expect(await countUploads(here, B, [PAGE])).toBe(1);
    await pairWith(B, PAGE);
    expect(await countUploads(here, A, [PAGE])).toBe(0);
    await pairWith(A, PAGE);
    await pairWith(B, PAGE);
    expect(pairingOf(await listPairings(here), PAGE)?.id).toBe(B);
    expect((await listPages(here)).map(({ workspace }) => workspace)).toEqual(["Team a", "Team b"]);
  });

  it("show the one that was chosen; alone stands in once that was revoked", async () => {
    await pairWith(A, PAGE);
    await pairWith(B, OTHER);
    expect((await chosenLive(here))?.id).toBe(A);
    await choose(here, B);
    expect((await chosenLive(here))?.id).toBe(B);
    await linkRevoked(here, B);
    expect(await chosenLive(here)).toBeNull();
    await removePairing(here, B);
    expect((await chosenLive(here))?.id).toBe(A);
  });
});

describe("a database of an earlier version", () => {
  it("loses nothing: its pairing is the first, its handoffs were to anybody", async () => {
    const old = new Dexie("rung", here.disk);
    old.version(5).stores({
      events: "id, thread, asset, macro",
      states: "thread, asset, lastClockAt",
      outbox: "id, thread, asset",
      pairings: "id",
    });
    const handoff = {
      event: "e",
      to: "sales",
      at: 1,
      acceptedAt: null,
      returnedAt: null,
      returnReason: null,
    };
    await old.table("pairings").put({ ...me(A, PAGE), id: A, server: "https://a.example", token: "rung_a" });
    await old.table("states").put({ thread: "t", asset: PAGE, conversations: [{ handoffs: [handoff] }] });
    await old.table("outbox").put({ id: "e", thread: "t", asset: PAGE, frozen: false, offset: null });
    old.close();
    expect(await here.db.pairings.get(A)).toMatchObject({ token: "rung_a", pairedAt: 0 });
    expect((await here.db.states.get("t"))?.conversations).toMatchObject([
      { reply: null, handoffs: [{ event: "e", whom: null, held: null, returned: null }] },
    ]);
    expect(await here.db.outbox.count()).toBe(1);
  });
});
