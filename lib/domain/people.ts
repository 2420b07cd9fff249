import { z } from "zod";
import { Instant } from "./event-data.ts";

export const ROLES = ["rep", "support", "manager", "admin"] as const;
export const Role = z.enum(ROLES).meta({ id: "Role" });
export type Role = z.infer<typeof Role>;

/** A new token in the place of the one that asked; that one ends within a day. */
export const TokenRotated = z.object({ token: z.string(), expiresAt: Instant }).meta({ id: "TokenRotated" });
export type TokenRotated = z.infer<typeof TokenRotated>;

/** Somebody of the workspace, for administrators; devices are those whose next request would be taken. */
export const Member = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role: Role,
    joinedAt: Instant,
    removedAt: Instant.nullable(),
    devices: z.array(z.object({ id: z.uuid(), name: z.string(), since: Instant, expiresAt: Instant })),
  })
  .meta({ id: "Member" });
export type Member = z.infer<typeof Member>;

/** An administrator gives somebody another role. */
export const RoleChange = z.object({ role: Role }).meta({ id: "RoleChange" });

/** What is written down when an administrator or a manager does it. */
export const AUDIT_ACTIONS = [
  "pairing_made",
  "role_changed",
  "device_revoked",
  "member_removed",
  "page_answered",
  "settings_saved",
  "spend_imported",
  "sales_imported",
  "policy_saved",
  "retention_applied",
  "person_erased",
  "conversations_exported",
  "person_exported",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One thing that was done: by whom (null is the command line), to what, by ids. */
export const AuditEntry = z
  .object({
    entry: z.int(),
    at: Instant,
    member: z.uuid().nullable(),
    action: z.enum(AUDIT_ACTIONS),
    subject: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .meta({ id: "AuditEntry" });
/** `next` is the `before` of the page after it; null at the end. */
export const AuditPage = z
  .object({ entries: z.array(AuditEntry), next: z.int().nullable() })
  .meta({ id: "AuditPage" });
export type AuditPage = z.infer<typeof AuditPage>;
export const AuditParams = z.object({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});
