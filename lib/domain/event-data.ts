import { z } from "zod";
import { isCurrency } from "./currency.ts";
import { HANDOFFS, OUTCOMES } from "./outcome.ts";
import { SENDERS } from "./sender.ts";

const Sender = z.enum(SENDERS);

/** Epoch milliseconds, no later than the year 2200. */
export const Instant = z.int().min(0).max(7_258_118_400_000);
/** Lower case, so that an id is one text everywhere. */
export const EventId = z.uuidv7().lowercase();

/** A short text without control characters: a name, a reference, a reason. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(max, `must have at most ${max} characters`)
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused; PostgreSQL cannot store NUL
    .regex(/^[^\u0000-\u001f\u007f]*$/, "must not hold control characters")
    .refine((text) => text.isWellFormed(), "must not hold half characters");

export const Currency = z.string().regex(/^[A-Z]{3}$/, "must be a currency code of three capitals");
/** What comes in must be a currency whose minor unit is known; what was stored is shown in any case. */
export const KnownCurrency = Currency.refine(isCurrency, "must be the code of a currency, like USD");
export const AmountMinor = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Where a conversation came from, as far as one touch says. */
export const Source = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ad"), ad: Text(40) }),
  z.strictObject({ kind: z.literal("campaign"), campaign: Text(400) }),
  z.strictObject({ kind: z.literal("creator"), creator: Text(200) }),
  z.strictObject({ kind: z.literal("ref"), ref: Text(400) }),
  z.strictObject({ kind: z.literal("other"), label: Text(200) }),
]);
export type Source = z.infer<typeof Source>;

/** How the source was learned; reports print it. */
export const Method = z.enum(["ad_label", "referral", "ref", "keyword", "label", "chosen"]);
export type Method = z.infer<typeof Method>;

const about = { about: Instant.optional() };
const target = { target: EventId };
const price = { amountMinor: AmountMinor.optional(), currency: KnownCurrency.optional() };

/** The payload of each kind of event. `about` places a judgement in the conversation that holds that instant. */
export const eventData = {
  // What was seen: natural key thread + key, or a turn where the page has no ids; never any text.
  // `own`: it left the composer of the device that says so.
  message_seen: z.strictObject({ key: Text(300), sender: Sender, own: z.literal(true).optional() }),
  turn_seen: z.strictObject({ sender: Sender, to: Instant }),
  history_seen: z.strictObject({ to: Instant, beginning: z.boolean() }),
  bot_handed_over: z.strictObject({}),
  // What was judged.
  outcome_tagged: z.strictObject({
    outcome: z.enum(OUTCOMES),
    reason: Text(100).optional(),
    criteria: z.array(Text(100)).max(20).optional(),
    definition: z.int().min(1).optional(),
    ...about,
  }),
  criteria_ticked: z.strictObject({
    criteria: z.array(Text(100)).max(20),
    definition: z.int().min(1),
    ...about,
  }),
  withdrawn: z.strictObject({ ...target }),
  // What was done.
  // To a member, else to anybody.
  handoff_offered: z.strictObject({ to: z.enum(HANDOFFS), whom: z.uuid().lowercase().optional(), ...about }),
  handoff_accepted: z.strictObject({ ...target }),
  handoff_returned: z.strictObject({ ...target, reason: Text(200) }),
  macro_inserted: z.strictObject({ macro: Text(100) }),
  sale_recorded: z.strictObject({
    ...price,
    ref: Text(200).optional(),
    how: z.enum(["in_chat", "outside"]),
    tag: EventId.optional(),
    ...about,
  }),
  sale_corrected: z.strictObject({ ...target, ...price, ref: Text(200).optional() }),
  sale_refunded: z.strictObject({ ...target, amountMinor: AmountMinor, currency: KnownCurrency }),
  no_answer_needed: z.strictObject({ ...about }),
  follow_up_set: z.strictObject({ due: Instant }),
  waiting_on_customer: z.strictObject({}),
  closed: z.strictObject({}),
  // Where it came from, and what was allowed.
  source_attributed: z.strictObject({ source: Source, method: Method, ...about }),
  consent_given: z.strictObject({ what: z.enum(["marketing", "notifications"]), until: Instant.optional() }),
  consent_withdrawn: z.strictObject({ ...target }),
} as const;

export type EventKind = keyof typeof eventData;
export type EventData = { [Kind in EventKind]: z.infer<(typeof eventData)[Kind]> };
