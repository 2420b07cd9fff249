/** What a macro's follow-up is counted in. */
export const FOLLOW_UP_UNITS = ["hours", "days"] as const;
export type FollowUpUnit = (typeof FOLLOW_UP_UNITS)[number];

/** How long a macro waits before the conversation comes back to the queue. */
export interface FollowUpIn {
  count: number;
  unit: FollowUpUnit;
}

/** "follow up in 3 days" */
export const followUpWords = ({ count, unit }: FollowUpIn): string =>
  `follow up in ${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
