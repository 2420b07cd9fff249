import type { AlertRules } from "#lib/domain/alert-rules.ts";
import type { Weekday } from "#lib/domain/calendar-hours.ts";
import { durationText, parseDuration } from "./duration-text.ts";
import { draftOf as weekDraft, type HoursDraft, readDraft as readWeek } from "./hours-draft.ts";

/** Alerts as they are being typed. */
export interface AlertsDraft extends Omit<AlertRules, "minutesBefore" | "quiet"> {
  before: string;
  quiet: HoursDraft["weekly"];
}

export const draftOf = ({ minutesBefore, quiet, ...rest }: AlertRules): AlertsDraft => ({
  ...rest,
  before: durationText(minutesBefore === null ? null : minutesBefore * 60),
  quiet: weekDraft({ timeZone: "UTC", weekly: quiet }).weekly,
});

/** Quiet from eight in the evening to eight in the morning, and from Friday evening to Monday morning. */
export const NIGHTS_AND_WEEKENDS: AlertsDraft["quiet"] = {
  mon: "0:00–8:00, 20:00–8:00",
  tue: "20:00–8:00",
  wed: "20:00–8:00",
  thu: "20:00–8:00",
  fri: "20:00–8:00",
  sat: "8:00–24:00",
  sun: "0:00–24:00",
};

export interface AlertsRead {
  /** Null while something is wrong. */
  rules: AlertRules | null;
  problems: Partial<Record<Weekday | "before" | "nothing", string>>;
}

const DAY_S = 86_400;

function readBefore(text: string): { minutes: number | null; problem?: string } {
  const read = parseDuration(text);
  if (!read.ok)
    return { minutes: null, problem: "Write it as 5 min; nothing means: only when it was missed." };
  if (read.value === null) return { minutes: null };
  return read.value < 60 || read.value > DAY_S || read.value % 60 !== 0
    ? { minutes: null, problem: "Whole minutes, from 1 min to 1 d." }
    : { minutes: read.value / 60 };
}

/** Alerts as typed; what is wrong is named by its field. */
export function readDraft({ before, quiet, ...rest }: AlertsDraft): AlertsRead {
  const { minutes, problem } = readBefore(before);
  const week = readWeek({ timeZone: "UTC", weekly: quiet }, { timeZone: "UTC", weekly: {} });
  const isNothing = rest.on && (rest.metrics.length === 0 || rest.channels.length === 0);
  const problems: AlertsRead["problems"] = {
    ...week.problems,
    ...(problem !== undefined && { before: problem }),
    ...(isNothing && { nothing: "Choose at least one target and one channel, or turn the alerts off." }),
  };
  return Object.keys(problems).length > 0 || week.hours === null
    ? { rules: null, problems }
    : { rules: { ...rest, minutesBefore: minutes, quiet: week.hours.weekly }, problems };
}
