import { z } from "zod";
import { AlertRules, DEFAULT_ALERTS } from "#lib/domain/alert-rules.ts";
import { OwnKeys } from "#lib/domain/own-keys.ts";
import { DEFAULT_SETTINGS, Macro, Settings } from "#lib/domain/settings.ts";
import { Instant } from "#lib/domain/event-data.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";
import { WALK_ORDERS } from "#lib/domain/walk.ts";
import type { Store } from "./store.ts";

/** What this browser alone decides. */
export const Preferences = z.strictObject({
  probe: z.boolean(),
  alerts: AlertRules,
  keys: OwnKeys,
  /** The walk through earlier conversations that is under way; when it began, epoch ms. */
  walk: z.strictObject({ startedAt: Instant, order: z.enum(WALK_ORDERS) }).nullable(),
  /** This person's own, beside the team's. */
  macros: z.array(Macro).max(500),
});
export type Preferences = z.infer<typeof Preferences>;
const DEFAULT_PREFERENCES: Preferences = {
  probe: true,
  alerts: DEFAULT_ALERTS,
  keys: {},
  walk: null,
  macros: [],
};

/** What an earlier version kept lacks what came since: the defaults stand in. */
const over = <Schema extends z.ZodType>(defaults: object, schema: Schema) =>
  z.preprocess((value) => (typeof value === "object" ? { ...defaults, ...value } : value), schema);

const KEPT = {
  device: z.uuid(),
  settings: over(DEFAULT_SETTINGS, Settings),
  preferences: over(DEFAULT_PREFERENCES, Preferences),
  clockOffset: z.number(),
  chosen: z.uuid(),
} as const;

type Kept = { [Key in keyof typeof KEPT]: z.infer<(typeof KEPT)[Key]> };

/** A single value by name; what no longer has the right shape counts as never kept. */
async function read<Key extends keyof Kept>({ db }: Store, key: Key): Promise<Kept[Key] | undefined> {
  const row = await db.kept.get(key);
  const schema: z.ZodType = KEPT[key];
  const parsed = schema.safeParse(row?.value);
  // safe because: the schema parsed above is the one that Kept[Key] is inferred from.
  return parsed.success ? (parsed.data as Kept[Key]) : undefined;
}

const write = async <Key extends keyof Kept>({ db }: Store, key: Key, value: Kept[Key]): Promise<void> => {
  await db.kept.put({ key, value });
};

/** This device's id, made at first use. Call inside a transaction that may write `kept`. */
export async function deviceId(store: Store): Promise<string> {
  const known = await read(store, "device");
  if (known !== undefined) return known;
  const device = uuidv7(store.now(), store.random(10));
  await write(store, "device", device);
  return device;
}

/** Milliseconds to add to this device's clock to have the server's. */
export const clockOffset = async (store: Store): Promise<number> => (await read(store, "clockOffset")) ?? 0;
export const keepClockOffset = (store: Store, offset: number) => write(store, "clockOffset", offset);

export const readSettings = async (store: Store): Promise<Settings> =>
  (await read(store, "settings")) ?? DEFAULT_SETTINGS;
export const keepSettings = (store: Store, settings: Settings) => write(store, "settings", settings);

export const readPreferences = async (store: Store): Promise<Preferences> =>
  (await read(store, "preferences")) ?? DEFAULT_PREFERENCES;
export const keepPreferences = (store: Store, preferences: Preferences) =>
  write(store, "preferences", preferences);

/** The workspace that our own pages show. */
export const readChosen = (store: Store) => read(store, "chosen");
export const keepChosen = (store: Store, workspace: string) => write(store, "chosen", workspace);
