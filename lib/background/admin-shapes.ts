import { z } from "zod";
import { ROLES } from "#lib/domain/people.ts";
import { Text } from "#lib/domain/event-data.ts";
import { ThreadShape } from "#lib/domain/event.ts";

/** The queries of what administrators do, as they are checked on arrival. */
export const InviteQuery = z.strictObject({
  name: Text(100),
  role: z.enum(ROLES),
  member: z.uuid().optional(),
});
export const RoleQuery = z.strictObject({ member: z.uuid(), role: z.enum(ROLES) });
export const MemberQuery = z.strictObject({ member: z.uuid() });
export const DeviceQuery = z.strictObject({ device: z.uuid() });
export const AuditQuery = z.strictObject({ before: z.int().nullable() });
export const PersonQuery = z.strictObject({ person: ThreadShape.shape.id });
