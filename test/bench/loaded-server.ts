import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { addDays, dayOf } from "#lib/domain/day.ts";
import { fold } from "#lib/domain/conversation.ts";
import { DEFAULT_SETTINGS } from "#lib/domain/settings.ts";
import type { Counted } from "#lib/domain/scorecard-query.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import type { Context } from "#server/context.ts";
import { readEnvironment } from "#server/environment.ts";
import { storeFolded } from "#server/events/store-folded.ts";
import { openLog } from "#server/log.ts";
import { apply } from "#server/rollups/apply.ts";
import { contribute } from "#server/rollups/contribution.ts";
import { Delta } from "#server/rollups/delta.ts";
import { rollupRules } from "#server/rollups/rules.ts";
import { toRow } from "#server/spend/rows.ts";
import { start } from "#server/start.ts";
import { answerPage } from "#server/workspace/answer-page.ts";
import { temporaryFolder } from "#test/support/postgres.ts";
import {
  adOf,
  ASSET,
  campaignOf,
  CAMPAIGNS,
  randomFrom,
  someDevice,
  storyOf,
  threadOf,
} from "./story-log.ts";

const DAY = 86_400_000;
const ROWS_AT_ONCE = 1_000;

export interface Loaded {
  ctx: Context;
  databaseUrl: string;
  stop: () => Promise<void>;
}

/** The server of this process on an embedded PostgreSQL of its own, with its production settings. */
export async function startAlone(now: number): Promise<Loaded> {
  const folder = await temporaryFolder();
  const stopping = new AbortController();
  const { db, workspace, databaseUrl, closed } = await start({
    environment: readEnvironment({
      RUNG_TIME_ZONE: "UTC",
      RUNG_PORT: "0",
      RUNG_LOG: "silent",
      RUNG_DATA: folder,
    }),
    log: openLog("silent"),
    signal: stopping.signal,
    now: () => now,
  });
  const ctx = { db, workspace: workspace.id, member: null, role: "admin" as const, now };
  await answerPage({ ctx, input: { asset: ASSET, name: null, counted: true } });
  return {
    ctx,
    databaseUrl,
    stop: async () => {
      stopping.abort();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Conversations that began in `days` days before `from` (counted back from `now`), folded from events by the product's
 * own fold and stored by its own code, many at once; their events themselves are left out of the database.
 * @param each hears of every conversation
 */
export async function loadConversations(
  ctx: Context,
  { count, first, days, ago }: { count: number; first: number; days: number; ago: number },
  each: (counted: Counted) => void,
): Promise<void> {
  const rules = rollupRules({ settings: DEFAULT_SETTINGS, timeZone: "UTC" });
  const random = randomFrom(first + count);
  const device = someDevice();
  const delta = new Delta();
  for (let done = 0; done < count; done += ROWS_AT_ONCE) {
    const folded = Array.from({ length: Math.min(ROWS_AT_ONCE, count - done) }, (_, n) => {
      const thread = threadOf(first + done + n);
      const began = ctx.now - ago * DAY - days * DAY * (1 - (done + n) / count);
      const story = storyOf(thread, Math.floor(began / 1000) * 1000, { random, device, now: ctx.now });
      return { thread, conversations: fold(story) };
    });
    for (const { thread, conversations } of folded)
      for (const conversation of conversations) {
        contribute(delta, { thread, conversation }, rules, 1);
        each({ thread, conversation });
      }
    await storeFolded(ctx, folded, rules, []);
    await sleep(0);
  }
  await apply(ctx, delta);
}

/** What every ad cost on each of so many days until now. */
export async function loadSpend(ctx: Context, days: number): Promise<SpendRow[]> {
  const account = crypto.randomUUID();
  const importId = crypto.randomUUID();
  const { workspace: workspace_id, now: created_at } = ctx;
  await ctx.db
    .insertInto("spend_accounts")
    .values({ workspace_id, account_id: account, name: "Ads", time_zone: "UTC", currency: "USD", created_at })
    .execute();
  await ctx.db
    .insertInto("spend_imports")
    .values({
      workspace_id,
      import_id: importId,
      account_id: account,
      imported_by: null,
      imported_at: created_at,
      summary: "{}",
    })
    .execute();
  const today = dayOf(ctx.now, "UTC");
  const rows = Array.from({ length: days * CAMPAIGNS }, (_, n): SpendRow => {
    const day = addDays(today, -Math.floor(n / CAMPAIGNS));
    const counts = { impressions: 1_000 + n, linkClicks: 40, reach: 900, views: null, engagements: 60 };
    return {
      account,
      from: day,
      to: day,
      campaign: campaignOf(n),
      adset: "Everybody",
      ad: `Ad ${n % CAMPAIGNS}`,
      adId: adOf(n),
      amountMinor: 1_000 + (n % 997),
      currency: "USD",
      ...counts,
      conversationsStarted: null,
    };
  });
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await ctx.db
      .insertInto("spend_rows")
      .values(rows.slice(from, from + ROWS_AT_ONCE).map((row) => toRow(row, workspace_id, importId)))
      .execute();
  // As PostgreSQL does by itself within a minute.
  await sql`analyze`.execute(ctx.db);
  return rows;
}
