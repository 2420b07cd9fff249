import type { z } from "zod";
import { dayOf } from "#lib/domain/day.ts";
import { daysOf } from "#lib/domain/report-range.ts";
import { RungError } from "#lib/errors.ts";
import type { AsKnown } from "#lib/messages.ts";
import { chosenLive } from "#lib/store/chosen.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { asKnownThere } from "#lib/sync/as-known.ts";
import type { Background } from "./background.ts";
import { on, ownPage } from "./on.ts";
import { AsKnownQuery } from "./shapes.ts";

type Query = NonNullable<z.infer<typeof AsKnownQuery>>;

interface Made {
  key: string;
  stop: AbortController;
  now: AsKnown;
}

/**
 * A report of a past day, one at a time: asked again it says how far it is, another question ends it. Nothing of it is
 * kept: where the background dies meanwhile, the next question begins it anew.
 */
export function answerAsKnown({ store, sync }: Background): void {
  let made: Made | null = null;

  on("asKnown", ownPage, AsKnownQuery, async (query) => {
    const pairing = query && (await chosenLive(store));
    const key = JSON.stringify([pairing?.id, query]);
    if (made?.key === key) return made.now;
    made?.stop.abort();
    made = null;
    if (!query) return null;
    if (!pairing) return { state: "failed", sentence: "This browser is paired with no team." };
    made = { key, stop: new AbortController(), now: { state: "reading", done: 0, of: null } };
    void make(made, pairing, query);
    return made.now;
  });

  async function make(mine: Made, pairing: PairingRow, { range, by, on: day }: Query): Promise<void> {
    const { timeZone } = pairing.settings?.timeZone ? pairing.settings : pairing.workspace;
    const days = daysOf(range, dayOf(store.now(), timeZone ?? store.timeZone));
    const wire = { ...sync.wire, signal: AbortSignal.any([sync.wire.signal, mine.stop.signal]) };
    try {
      const card = await asKnownThere({ store, wire, pairing }, { ...days, by, on: day }, (done, of) => {
        mine.now = { state: "reading", done, of };
      });
      mine.now = { state: "ready", card };
    } catch (error) {
      const isSaid = error instanceof RungError;
      mine.now = { state: "failed", sentence: isSaid ? error.message : "Something went wrong: try again." };
      if (!isSaid) throw error;
    }
  }
}
