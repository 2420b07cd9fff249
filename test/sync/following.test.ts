import { expect, it, vi } from "vitest";
import { startFollowing } from "#lib/background/following.ts";
import { linkCameBack } from "#lib/store/link.ts";
import { savePairing } from "#lib/store/pairing.ts";
import { device, MORNING } from "#test/store/device.ts";
import { life } from "./life.ts";
import { me, TeamServer, WORKSPACE } from "./team-server.ts";

it("a feed that waits after failures is read on as soon as anything else came through", async () => {
  const here = device();
  const { sync } = life(here, new TeamServer(() => here.clock.now));
  const link = { server: "https://team.example", token: "secret", expiresAt: Number.MAX_SAFE_INTEGER, me };
  await savePairing(here, link);
  await here.db.pairings.update(WORKSPACE, {
    failures: 8,
    retryAt: MORNING + 250_000,
    offlineSince: MORNING,
  });

  const read: number[] = [];
  const fetch: typeof globalThis.fetch = (...asked) => {
    if (String(asked[0]).includes("/v1/changes")) read.push(here.clock.now);
    // No inbox was heard of since: the following ends with this page.
    here.clock.now += 60_000;
    return sync.wire.fetch(...asked);
  };
  let pauses = 0;
  const pause = async (ms: number) => {
    here.clock.now += ms;
    pauses += 1;
    if (pauses === 3) await linkCameBack(here, WORKSPACE);
  };
  await startFollowing({ sync: { ...sync, wire: { ...sync.wire, fetch } }, pause })();
  await vi.waitFor(() => expect(read).toHaveLength(1));
  expect(read[0]).toBeLessThan(MORNING + 5_000);
});
