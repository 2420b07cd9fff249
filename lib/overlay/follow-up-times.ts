import type { FollowUpIn } from "#lib/domain/follow-up.ts";

const HOUR_MS = 3_600_000;
/** A day's work begins at nine. */
const MORNING = 9;

export interface FollowUpTime {
  id: string;
  label: string;
  due: number;
}

/** Nine in the morning, so many days on, by the browser's own calendar. */
function morningIn(days: number, now: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return date.setHours(MORNING, 0, 0, 0);
}

/** When a macro's follow-up is due; after days it is due in the morning. */
export const followUpAt = ({ count, unit }: FollowUpIn, now: number): number =>
  unit === "hours" ? now + count * HOUR_MS : morningIn(count, now);

/** Days until the next Monday, 1 to 7. */
const untilMonday = (now: number): number => (8 - new Date(now).getDay()) % 7 || 7;

/** When to come back to a conversation, as one says it; each has its place, so that its digit stays the same. */
export const followUpTimes = (now: number): FollowUpTime[] => [
  { id: "hours", label: "In 3 hours", due: now + 3 * HOUR_MS },
  { id: "tomorrow", label: "Tomorrow", due: morningIn(1, now) },
  { id: "days", label: "In 3 days", due: morningIn(3, now) },
  { id: "monday", label: "Next Monday", due: morningIn(untilMonday(now), now) },
  { id: "week", label: "In a week", due: morningIn(7, now) },
];

/** What a field of date and time holds, as an instant; null where it is none, or gone by. */
export function typedTime(text: string, now: number): number | null {
  const at = new Date(text).getTime();
  return Number.isFinite(at) && at > now ? at : null;
}
