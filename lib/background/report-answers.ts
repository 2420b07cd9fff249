import type { ScorecardAnswer } from "#lib/contract.ts";
import { type Day, dayOf } from "#lib/domain/day.ts";
import { daysOf } from "#lib/domain/report-range.ts";
import type { Grouping } from "#lib/domain/scorecard-query.ts";
import { RungError } from "#lib/errors.ts";
import type { ScorecardReply } from "#lib/messages.ts";
import { chosenLive } from "#lib/store/chosen.ts";
import { cachedCard, keepCard } from "#lib/store/cards.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { readSettings } from "#lib/store/kept.ts";
import { localScorecard } from "#lib/store/local-scorecard.ts";
import type { Store } from "#lib/store/store.ts";
import { scorecardThere } from "#lib/sync/scorecard.ts";
import type { Background } from "./background.ts";
import { linkState } from "./link-state.ts";
import { either, on, outcome, ownPage } from "./on.ts";
import { nothing, ScorecardQuery } from "./shapes.ts";

interface Question {
  pairing: PairingRow | null;
  days: { from: Day; to: Day };
  by: Grouping;
}

/** The ladder, from the server or from this browser alone, and the state of the link. */
export function answerReports(background: Background): void {
  const { store, wake } = background;

  on("scorecard", ownPage, ScorecardQuery, ({ range, by, cached }) =>
    outcome(async () => {
      const pairing = await chosenLive(store);
      const days = daysOf(range, dayOf(store.now(), await zoneOf(store, pairing)));
      const figures = await figuresOf(background, { pairing, days, by }, cached);
      const isFirstRun = pairing === null && (await store.db.events.count()) === 0;
      return { ...figures, days, isFirstRun, link: await linkState(store) };
    }),
  );

  on("link", either, nothing, () => linkState(store));
  on("syncNow", ownPage, nothing, async () => {
    await wake({ urgent: true });
    return linkState(store);
  });
}

/** The zone that "today" is in. */
async function zoneOf(store: Store, pairing: PairingRow | null): Promise<string> {
  if (pairing) return pairing.settings?.timeZone ?? pairing.workspace.timeZone;
  return (await readSettings(store)).timeZone ?? store.timeZone;
}

type Figures = Pick<ScorecardReply, "card" | "asOf" | "from">;

/** Fresh figures where they can be had, else the last ones. Throws RungError where the server says no. */
async function figuresOf(background: Background, question: Question, cached: boolean): Promise<Figures> {
  const { store } = background;
  const { pairing, days, by } = question;
  const key = [pairing?.id ?? "alone", days.from, days.to, by].join(" ");
  const card = cached ? null : await freshCard(background, question);
  if (card === null) {
    const held = await cachedCard(store, key);
    return { card: held?.card ?? null, asOf: held?.asOf ?? null, from: "cache" };
  }
  const { asOf } = await keepCard(store, key, card);
  return { card, asOf, from: pairing ? "server" : "browser" };
}

/** Null where the server did not answer. */
async function freshCard(
  { store, sync }: Background,
  { pairing, days, by }: Question,
): Promise<ScorecardAnswer | null> {
  if (!pairing) return localScorecard(store, { ...days, by });
  try {
    return await scorecardThere(store, sync.wire, pairing, { ...days, by });
  } catch (error) {
    if (error instanceof RungError && SILENT.has(error.code)) return null;
    throw error;
  }
}

/** Failures that the link's own state says already. */
const SILENT = new Set(["unreachable", "revoked", "unreadable"]);
