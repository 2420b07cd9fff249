import type { ScorecardAnswer } from "#lib/contract.ts";
import { addDays, type Day, startOfDay } from "#lib/domain/day.ts";
import { previousWindow } from "#lib/domain/comparison.ts";
import { responseRulesOf } from "#lib/domain/response-rules.ts";
import { byWindow } from "#lib/domain/scorecard-window.ts";
import { scorecard } from "#lib/domain/scorecard.ts";
import type { Counted, Grouping } from "#lib/domain/scorecard-query.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import { readSettings } from "./kept.ts";
import { pageState } from "./page.ts";
import type { Store } from "./store.ts";

/** The ladder from what this browser alone knows, by the code that the server uses. */
export async function localScorecard(
  store: Store,
  { from, to, by }: { from: Day; to: Day; by: Grouping },
): Promise<ScorecardAnswer> {
  const settings = await readSettings(store);
  const timeZone = settings.timeZone ?? store.timeZone;
  const { window, rule, minimum, currency, adNames, costLines, goals } = settings;
  const earlier = previousWindow(from, to);
  const times = {
    before: startOfDay(earlier.from, timeZone),
    begin: startOfDay(from, timeZone),
    end: startOfDay(addDays(to, 1), timeZone),
  };
  const known = await conversationsSince(store, times.before);
  const card = scorecard({
    query: { from, to, timeZone, by, window, rule, minimum },
    ...byWindow(known, times),
    spend: await spendSince(store, earlier.from),
    costLines,
    goals,
    response: responseRulesOf(settings, timeZone),
    adNames: new Map(Object.entries(adNames)),
    names: new Map(settings.macros.map(({ id, name }) => [id, name])),
    currency,
    now: store.now(),
  });
  return { ...card, costsHidden: false };
}

/** The conversations of counted Pages with a clock that started at `since` or later. */
async function conversationsSince(store: Store, since: number): Promise<Counted[]> {
  const states = await store.db.states.where("lastClockAt").aboveOrEqual(since).toArray();
  const counted = new Map<string, boolean>();
  for (const asset of new Set(states.map((state) => state.asset)))
    counted.set(asset, (await pageState(store, asset)) === "counted");
  return states
    .filter(({ asset }) => counted.get(asset))
    .flatMap(({ of, conversations }) => conversations.map((conversation) => ({ thread: of, conversation })));
}

const spendSince = async ({ db }: Store, from: Day): Promise<SpendRow[]> =>
  (await db.spend.where("row.to").aboveOrEqual(from).toArray()).map(({ row }) => row);
