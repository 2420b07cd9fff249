import { z } from "zod";
import { AmountMinor, Currency, EventId, Instant, Text } from "#lib/domain/event-data.ts";
import { GROUPINGS } from "#lib/domain/scorecard.ts";

/** The one shape of every error answer. */
export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

export const ROLES = ["rep", "support", "manager", "admin"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const Page = z.object({ asset: z.string(), name: z.string().nullable(), counted: z.boolean() });
export type Page = z.infer<typeof Page>;

/** Who the token belongs to, and what its workspace counts. */
export const Me = z.object({
  workspace: z.object({
    id: z.uuid(),
    name: z.string(),
    timeZone: z.string(),
    currency: Currency.nullable(),
  }),
  member: z.object({ id: z.uuid(), name: z.string(), role: Role }),
  pages: z.array(Page),
  members: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type Me = z.infer<typeof Me>;

/** A batch of the outbox. Events are checked one by one: a bad one refuses itself, not the batch. */
export const PushRequest = z.object({
  device: z.uuid(),
  sentAt: Instant,
  events: z.array(z.unknown()).min(1).max(500),
});
export type PushRequest = z.infer<typeof PushRequest>;

/** Why an event is refused; the bar shows the sentence. */
export const Refusal = z.object({
  code: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});
export type Refusal = z.infer<typeof Refusal>;

/** `stored` names what the server changed: a time later than receipt is stored as receipt. */
export const EventResult = z.discriminatedUnion("result", [
  z.object({
    id: z.string(),
    result: z.enum(["accepted", "duplicate"]),
    stored: z.object({ at: Instant, hlc: z.string() }).optional(),
  }),
  z.object({ id: z.string(), result: z.literal("rejected"), reason: Refusal }),
]);
export type EventResult = z.infer<typeof EventResult>;

export const PushResponse = z.object({ results: z.array(EventResult), receivedAt: Instant });
export type PushResponse = z.infer<typeof PushResponse>;

export const PairingCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{4}-?[0-9A-Z]{5}-?[0-9A-Z]{5}$/, "must look like AB12-CDEFG-HJKMN");
export const PairingLook = z.object({ code: PairingCode });
export const PairingOffer = z.object({
  workspace: z.object({ id: z.uuid(), name: z.string() }),
  member: z.object({ name: z.string(), role: Role }),
  pages: z.array(Page),
});
export type PairingOffer = z.infer<typeof PairingOffer>;
export const PairingRedeem = z.object({ code: PairingCode, device: z.uuid(), deviceName: Text(100) });
export const PairingResult = z.object({ token: z.string(), me: Me });
export type PairingResult = z.infer<typeof PairingResult>;

export const PageAnswer = z.object({ asset: Text(120), name: Text(200).nullable(), counted: z.boolean() });
export const AdName = z.object({ campaign: Text(400) });

export const ScorecardQueryParams = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(GROUPINGS).default("none"),
  window: z.enum(["1", "7", "14", "30", "90", "any"]).optional(),
});

const figure = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number(),
  state: z.enum(["ok", "not_enough", "none_yet", "no_data"]),
  immature: z.number(),
  needed: z.number(),
});
export const FigureShape = figure;

/** What a file of spend says, before anything is stored (`rung spend check`). */
export const SpendSummary = z.object({
  currency: Currency.nullable(),
  level: z.string(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  rows: z.int(),
  totalMinor: AmountMinor,
  reconciles: z.boolean().nullable(),
  warnings: z.array(z.string()),
});
export type SpendSummary = z.infer<typeof SpendSummary>;

export const SpendAccount = z.object({
  id: z.uuid(),
  name: z.string(),
  timeZone: z.string(),
  currency: Currency.nullable(),
});
export type SpendAccount = z.infer<typeof SpendAccount>;

/** What an import changed: the days that it now covers, and those of an earlier import that it replaced. */
export const SpendImported = z.object({
  id: EventId,
  account: SpendAccount,
  summary: SpendSummary,
  replaced: z.array(
    z.object({ from: z.iso.date(), to: z.iso.date(), rows: z.int(), amountMinor: AmountMinor }),
  ),
  unchanged: z.boolean(),
});
export type SpendImported = z.infer<typeof SpendImported>;

/** What a rep may choose as the source of a conversation. */
export const SourceList = z.object({
  campaigns: z.array(z.string()),
  ads: z.array(z.object({ id: z.string(), name: z.string().nullable(), campaign: z.string().nullable() })),
  creators: z.array(z.string()),
});
export type SourceList = z.infer<typeof SourceList>;
