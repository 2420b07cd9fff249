import { z } from "zod";
import { AmountMinor, Currency, EventId, Instant, Text } from "#lib/domain/event-data.ts";
import { ErasedDigests } from "#lib/domain/erasure.ts";
import { Event } from "#lib/domain/event.ts";
import { EventTimes } from "#lib/domain/event-times.ts";
import { isTimeZone } from "#lib/domain/day.ts";
import { Role } from "#lib/domain/people.ts";
import { Policy } from "#lib/domain/policy.ts";
import { Settings as SettingsShape } from "#lib/domain/settings.ts";

export const Settings = SettingsShape.meta({ id: "Settings" });

/** The one shape of every error answer. */
export const ErrorBody = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      requestId: z.string(),
      fields: z.record(z.string(), z.string()).optional(),
    }),
  })
  .meta({ id: "ErrorBody" });
export type ErrorBody = z.infer<typeof ErrorBody>;

export {
  AUDIT_ACTIONS,
  AuditEntry,
  AuditPage,
  AuditParams,
  Member,
  ROLES,
  Role,
  RoleChange,
  TokenRotated,
} from "#lib/domain/people.ts";
export type { AuditAction } from "#lib/domain/people.ts";

export const Page = z
  .object({ asset: z.string(), name: z.string().nullable(), counted: z.boolean() })
  .meta({ id: "Page" });
export type Page = z.infer<typeof Page>;

/** Who the token belongs to, and what its workspace counts. */
export const Me = z
  .object({
    workspace: z.object({
      id: z.uuid(),
      name: z.string(),
      timeZone: z.string(),
      currency: Currency.nullable(),
      policy: Policy,
    }),
    member: z.object({ id: z.uuid(), name: z.string(), role: Role }),
    pages: z.array(Page),
    /** Those who have left too: their names stay on what they did. */
    members: z.array(z.object({ id: z.uuid(), name: z.string(), left: z.boolean() })),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof Me>;

/** A batch of the outbox. Events are checked one by one: a bad one refuses itself, not the batch. */
export const PushRequest = z
  .object({
    device: z.uuid().lowercase(),
    sentAt: Instant,
    events: z.array(z.unknown()).min(1).max(500),
  })
  .meta({ id: "PushRequest" });
export type PushRequest = z.infer<typeof PushRequest>;

/** Why an event is refused; the bar shows the sentence. */
export const Refusal = z
  .object({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: "Refusal" });
export type Refusal = z.infer<typeof Refusal>;

/** `stored` names what the server changed: a time later than receipt is stored as receipt. */
export const EventResult = z
  .discriminatedUnion("result", [
    z.object({
      id: z.string(),
      result: z.enum(["accepted", "duplicate"]),
      stored: EventTimes.optional(),
    }),
    z.object({ id: z.string(), result: z.literal("rejected"), reason: Refusal }),
  ])
  .meta({ id: "EventResult" });
export type EventResult = z.infer<typeof EventResult>;

export const PushResponse = z
  .object({ results: z.array(EventResult), receivedAt: Instant })
  .meta({ id: "PushResponse" });
export type PushResponse = z.infer<typeof PushResponse>;

/** An event of the log, as a batch and the feed hold it. */
export const LoggedEvent = Event.meta({ id: "Event" });

/** One entry of the feed: the event as it is stored, and what the server knows of it. */
export const Change = z
  .object({ event: LoggedEvent, member: z.uuid(), receivedAt: Instant, flagged: z.boolean() })
  .meta({ id: "Change" });
export type Change = z.infer<typeof Change>;

/** Without `after` from the beginning; `wait` (seconds) is for how long an answer may be kept back for news. */
export const ChangesParams = z.object({
  after: z.string().max(200).optional(),
  wait: z.coerce.number().int().min(0).max(25).default(0),
});
export type ChangesParams = z.infer<typeof ChangesParams>;

/**
 * What is new in a workspace: first purge who was erased. `settings` and `me` are null where they did not change. The next question's `after` is
 * the `cursor`; `more` says that it need not wait. `total` counts all events, told where the reading begins; `restarted`
 * says that the server no longer knows the cursor, so that everything comes again.
 */
export const Changes = z
  .object({
    changes: z.array(Change),
    settings: z.union([Settings, z.null()]),
    me: z.union([Me, z.null()]),
    erased: ErasedDigests.nullable(),
    cursor: z.string(),
    more: z.boolean(),
    total: z.int().nullable(),
    restarted: z.boolean(),
  })
  .meta({ id: "Changes" });
export type Changes = z.infer<typeof Changes>;

export const PairingCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{4}-?[0-9A-Z]{5}-?[0-9A-Z]{5}$/, "must look like AB12-CDEFG-HJKMN")
  .meta({ id: "PairingCode" });

/** An administrator asks for a code: for a new member, or for another device of one who is there (`member`). */
export const PairingRequest = z
  .object({ name: Text(100), role: Role, member: z.uuid().optional() })
  .meta({ id: "PairingRequest" });
export type PairingRequest = z.infer<typeof PairingRequest>;
export const PairingMade = z
  .object({
    code: PairingCode,
    expiresAt: Instant,
    member: z.object({ name: z.string(), role: Role }),
  })
  .meta({ id: "PairingMade" });
export type PairingMade = z.infer<typeof PairingMade>;

export const PairingLook = z.object({ code: PairingCode }).meta({ id: "PairingLook" });
export const PairingOffer = z
  .object({
    workspace: z.object({ id: z.uuid(), name: z.string() }),
    member: z.object({ name: z.string(), role: Role }),
    pages: z.array(Page),
  })
  .meta({ id: "PairingOffer" });
export type PairingOffer = z.infer<typeof PairingOffer>;
export const PairingRedeem = z
  .object({
    code: PairingCode,
    device: z.uuid().lowercase(),
    deviceName: Text(100),
  })
  .meta({ id: "PairingRedeem" });
export type PairingRedeem = z.infer<typeof PairingRedeem>;
export const PairingResult = z
  .object({ token: z.string(), expiresAt: Instant, me: Me })
  .meta({ id: "PairingResult" });
export type PairingResult = z.infer<typeof PairingResult>;

/** An administrator's answer for a Page; a name that is null leaves the known one. */
export const PageAnswer = z
  .object({ name: Text(200).nullable(), counted: z.boolean() })
  .meta({ id: "PageAnswer" });
export type PageAnswer = z.infer<typeof PageAnswer>;
/** The campaign of an ad whose id no export names. */
export const AdName = z.object({ campaign: Text(400) }).meta({ id: "AdName" });

export { DataExport, PersonRequest } from "#lib/domain/data-export.ts";
export { Policy, PolicyChange } from "#lib/domain/policy.ts";
export { Erased, ErasedDigests, ErasureRequest } from "#lib/domain/erasure.ts";
export { PresenceAnswer, PresenceRequest } from "#lib/domain/presence.ts";
export { ScorecardAnswer } from "#lib/domain/scorecard-answer.ts";
export { AsKnownLine, AsKnownParams, ScorecardParams } from "#lib/domain/scorecard-asked.ts";

/** What a file of spend says, before anything is stored (`rung spend check`). */
export const SpendSummary = z
  .object({
    currency: Currency.nullable(),
    level: z.string(),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    rows: z.int(),
    totalMinor: AmountMinor,
    reconciles: z.boolean().nullable(),
    warnings: z.array(z.string()),
  })
  .meta({ id: "SpendSummary" });
export type SpendSummary = z.infer<typeof SpendSummary>;

export const SpendAccount = z
  .object({
    id: z.uuid(),
    name: z.string(),
    timeZone: z.string(),
    currency: Currency.nullable(),
  })
  .meta({ id: "SpendAccount" });
export type SpendAccount = z.infer<typeof SpendAccount>;

/** What an import changed: the days that it now covers, and those of an earlier import that it replaced. */
export const SpendImported = z
  .object({
    id: EventId,
    account: SpendAccount,
    summary: SpendSummary,
    replaced: z.array(
      z.object({ from: z.iso.date(), to: z.iso.date(), rows: z.int(), amountMinor: AmountMinor }),
    ),
    unchanged: z.boolean(),
  })
  .meta({ id: "SpendImported" });
export type SpendImported = z.infer<typeof SpendImported>;

/** What a file of sales says, and what an import of it did or (`check`) would do. */
export const SalesAnswer = z
  .object({
    summary: z.object({
      rows: z.int(),
      from: z.iso.date().nullable(),
      to: z.iso.date().nullable(),
      totals: z.array(z.object({ currency: Currency, rows: z.int(), amountMinor: AmountMinor })),
    }),
    recorded: z.int(),
    corrected: z.int(),
    unchanged: z.int(),
    inChat: z.int(),
    unmatched: z.array(
      z.object({
        row: z.int(),
        ref: z.string().nullable(),
        thread: z.string().nullable(),
        day: z.iso.date(),
        amountMinor: AmountMinor,
        currency: Currency,
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: "SalesAnswer" });
export type SalesAnswer = z.infer<typeof SalesAnswer>;

/** What a rep may choose as the source of a conversation. */
export const SourceList = z
  .object({
    campaigns: z.array(z.string()),
    ads: z.array(z.object({ id: z.string(), name: z.string().nullable(), campaign: z.string().nullable() })),
    creators: z.array(z.string()),
  })
  .meta({ id: "SourceList" });
export type SourceList = z.infer<typeof SourceList>;

/** Whose spend a file is; a new account needs its time zone. */
export const SpendImportParams = z.object({
  account: Text(200),
  timeZone: z.string().refine(isTimeZone, "must be an IANA time zone such as Europe/Berlin").optional(),
});
export type SpendImportParams = z.infer<typeof SpendImportParams>;

/** Settings that were made from an older version than the newest: both, for a person to choose from. */
export const SettingsConflict = ErrorBody.extend({ current: Settings, yours: Settings }).meta({
  id: "SettingsConflict",
});

export const Health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });
