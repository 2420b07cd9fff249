import { describe, expect, it } from "vitest";
import type { Acquaintance, Thread } from "#lib/domain/thread.ts";
import { vote } from "#lib/inbox/identity.ts";
import type { Claim, IdSource, Sighting } from "#lib/inbox/sighting.ts";
import { initialVote } from "#lib/inbox/vote-state.ts";

const ASSET = "9000000000000001";
const NORA: Thread = { channel: "FB_MESSAGE", asset: ASSET, id: "100000000000011" };
const OMAR: Thread = { channel: "FB_MESSAGE", asset: ASSET, id: "100000000000012" };

type Look = Partial<Omit<Sighting, "claims">> & { claims?: Partial<Record<IdSource, Thread | null>> };

const claimOf = (thread: Thread | null | undefined): Claim | null =>
  thread ? { id: thread.id, channel: thread.channel } : null;

const sightingOf = ({ claims = {}, ...look }: Look, at: number): Sighting => ({
  asset: ASSET,
  channel: null,
  name: null,
  selectedName: null,
  lastAt: null,
  twinNames: [],
  keys: [],
  ...look,
  at,
  claims: {
    address: claimOf(claims.address),
    tab: claimOf(claims.tab),
    probe: claimOf(claims.probe),
    row: claimOf(claims.row),
  },
});

/** Shows one page after another, each for so many ms and looked at every 50 ms; answers with the last ballot of each. */
function show(steps: readonly (Look & { ms: number })[], known: readonly Acquaintance[] = []) {
  let state = initialVote(known);
  let at = 0;
  return steps.map(({ ms, ...look }) => {
    const end = at + ms;
    let ballot = vote(state, sightingOf(look, at));
    for (; at < end; at += 50) {
      ballot = vote(state, sightingOf(look, at));
      state = ballot.state;
    }
    const { certain, thread, unsure, otherName } = ballot.identity;
    return { certain, id: thread?.id ?? null, unsure, otherName };
  });
}

const met = (thread: Thread, name: string, lastAt: number | null = null): Acquaintance => ({
  thread,
  name,
  lastAt,
});
const nora = { name: "Nora Lind", keys: ["mid.$n1", "mid.$n2"] };
const omar = { name: "Omar Saleh", keys: ["mid.$o1", "mid.$o2"] };

describe("the vote", () => {
  it("is certain when address and tab agree for a while", () => {
    const claims = { address: NORA, tab: NORA };
    const [early, late] = show([
      { ...nora, claims, ms: 500 },
      { ...nora, claims, ms: 2_000 },
    ]);
    expect(early).toMatchObject({ certain: false, unsure: "one_source" });
    expect(late).toMatchObject({ certain: true, id: NORA.id, unsure: null });
  });

  it("is certain at once when the probe, which reads the name too, agrees with the address", () => {
    const [seen] = show([{ ...nora, claims: { address: NORA, probe: NORA }, ms: 50 }]);
    expect(seen).toMatchObject({ certain: true, id: NORA.id });
  });

  it("is never certain of one source alone, however long it stands", () => {
    const [seen] = show([{ ...nora, claims: { address: NORA }, ms: 60_000 }]);
    expect(seen).toMatchObject({ certain: false, id: NORA.id, unsure: "one_source" });
  });

  it("is certain of one source that moves together with the name, within half a second", () => {
    const [, seen] = show([
      { ...nora, claims: { address: NORA }, ms: 2_000 },
      { ...omar, claims: { address: OMAR }, ms: 2_000 },
    ]);
    expect(seen).toMatchObject({ certain: true, id: OMAR.id });
    const [, soon] = show([
      { ...nora, claims: { address: NORA, tab: NORA }, ms: 3_000 },
      { ...omar, claims: { address: OMAR, tab: NORA }, ms: 500 },
    ]);
    expect(soon).toMatchObject({ certain: true, id: OMAR.id });
  });

  it("is certain of what this browser was certain of before", () => {
    const known = [met(NORA, "Nora Lind")];
    expect(show([{ ...nora, claims: { address: NORA }, ms: 50 }], known)).toMatchObject([{ certain: true }]);
  });

  it("is unsure of a known id under another name, and says the other name", () => {
    const known = [met(NORA, "Nora Lind")];
    expect(show([{ ...omar, claims: { address: NORA }, ms: 9_000 }], known)).toMatchObject([
      { certain: false, unsure: "name_changed", otherName: "Nora Lind" },
    ]);
  });

  it("believes a new name that the probe reads with the id", () => {
    const known = [met(NORA, "Nora Lind")];
    const claims = { address: NORA, probe: NORA };
    expect(show([{ name: "Nora Berg", keys: nora.keys, claims, ms: 3_000 }], known)).toMatchObject([
      { certain: true, id: NORA.id },
    ]);
  });
});

describe("an address that never changes", () => {
  const claims = { address: NORA };

  it("is unsure of every other conversation, and certain again of its own", () => {
    const known = [met(NORA, "Nora Lind", 5)];
    const seen = show(
      [
        { ...nora, claims, lastAt: 5, ms: 3_000 },
        { ...omar, claims, lastAt: 3, ms: 9_000 },
        { ...nora, claims, lastAt: 5, ms: 3_000 },
      ],
      known,
    );
    expect(seen).toMatchObject([
      { certain: true, id: NORA.id },
      { certain: false, unsure: "name_changed" },
      { certain: true, id: NORA.id },
    ]);
  });

  it("is unsure of a namesake whose messages are others", () => {
    const [, seen] = show(
      [
        { ...nora, claims, ms: 3_000 },
        { ...nora, keys: ["mid.$x1", "mid.$x2"], claims, ms: 9_000 },
      ],
      [met(NORA, "Nora Lind")],
    );
    expect(seen).toMatchObject({ certain: false, unsure: "conflict" });
  });

  it("stops counting once the tab and the name have moved without it", () => {
    const both = { address: NORA, tab: NORA };
    const [, seen] = show([
      { ...nora, claims: both, ms: 3_000 },
      { ...omar, claims: { address: NORA, tab: OMAR }, ms: 3_000 },
    ]);
    expect(seen).toMatchObject({ certain: true, id: OMAR.id });
  });
});

describe("a deep link that opens another conversation", () => {
  it("is never certain of what the link named", () => {
    const seen = show([
      { claims: { address: NORA, tab: NORA }, ms: 1_000 },
      { ...omar, claims: { address: NORA, tab: NORA }, ms: 700 },
      { ...omar, claims: { address: NORA, tab: OMAR }, ms: 9_000 },
    ]);
    expect(seen).toMatchObject([
      { certain: false, unsure: "no_name" },
      { certain: false, unsure: "one_source" },
      { certain: false, unsure: "conflict" },
    ]);
  });

  it("is certain of what the tab and the probe name, once the address had its time", () => {
    const claims = { address: NORA, tab: OMAR, probe: OMAR };
    expect(show([{ ...omar, claims, ms: 2_000 }])).toMatchObject([{ certain: true, id: OMAR.id }]);
  });
});

describe("two customers of one name", () => {
  it("takes no name for an id that was met under it", () => {
    const known = [met(NORA, "Nora Lind"), met(OMAR, "Nora Lind")];
    expect(show([{ ...nora, claims: { address: NORA }, ms: 9_000 }], known)).toMatchObject([
      { certain: false, unsure: "one_source" },
    ]);
    const alone = { ...nora, claims: { address: NORA }, twinNames: ["Nora Lind"], ms: 9_000 };
    expect(show([alone], [met(NORA, "Nora Lind")])).toMatchObject([{ certain: false }]);
  });

  it("waits until the messages are the other one's, too", () => {
    const first = { ...nora, claims: { address: NORA, tab: NORA }, ms: 3_000 };
    const moved = { ...nora, claims: { address: OMAR, tab: OMAR } };
    const [, early, late] = show([
      first,
      { ...moved, ms: 3_000 },
      { ...moved, keys: ["mid.$x1"], ms: 2_000 },
    ]);
    expect(early).toMatchObject({ certain: false });
    expect(late).toMatchObject({ certain: true, id: OMAR.id });
  });
});

describe("what contradicts itself", () => {
  it.each<[string, Look]>([
    ["address and tab", { ...nora, claims: { address: NORA, tab: OMAR } }],
    [
      "the selected row's name",
      { ...nora, selectedName: "Omar Saleh", claims: { address: NORA, tab: NORA } },
    ],
  ])("is a conflict: %s", (_, look) => {
    expect(show([{ ...look, ms: 9_000 }])).toMatchObject([{ certain: false, unsure: "conflict" }]);
  });

  it("is nothing without a name, an id or a Page", () => {
    const claims = { address: NORA, tab: NORA };
    expect(show([{ claims, ms: 5_000 }])).toMatchObject([{ certain: false, unsure: "no_name" }]);
    expect(show([{ ...nora, ms: 5_000 }])).toMatchObject([{ certain: false, unsure: "no_id", id: null }]);
    expect(show([{ ...nora, asset: null, claims, ms: 5_000 }])).toMatchObject([
      { certain: false, unsure: "no_id" },
    ]);
  });
});
