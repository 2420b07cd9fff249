import { type Hours, readHours, type Weekday, WEEKDAYS } from "#lib/domain/calendar-hours.ts";
import { InvalidInput } from "#lib/domain/invalid.ts";
import { parseWindows, windowsText } from "./windows-text.ts";

/** The week as it is being typed. */
export interface HoursDraft {
  timeZone: string;
  weekly: Record<Weekday, string>;
}

export const DAY_NAMES: Record<Weekday, string> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

const eachDay = <Value>(make: (day: Weekday) => Value): Record<Weekday, Value> =>
  // safe because: there is one entry a weekday.
  Object.fromEntries(WEEKDAYS.map((day) => [day, make(day)])) as Record<Weekday, Value>;

export const draftOf = ({ timeZone, weekly }: Hours): HoursDraft => ({
  timeZone,
  weekly: eachDay((day) => windowsText(weekly[day])),
});

export interface HoursRead {
  /** Null while something is wrong. */
  hours: Hours | null;
  problems: Partial<Record<Weekday, string>>;
}

/** Hours as typed, over the dates that stand; what is wrong is named by its day. */
export function readDraft({ timeZone, weekly }: HoursDraft, dates: Hours): HoursRead {
  const problems: HoursRead["problems"] = {};
  const windows = eachDay((day) => {
    const read = parseWindows(weekly[day], true);
    if (!read.ok) problems[day] = read.sentence;
    return read.ok ? read.value : [];
  });
  if (Object.keys(problems).length > 0) return { hours: null, problems };
  const open = WEEKDAYS.filter((day) => windows[day].length > 0);
  const hours = {
    ...dates,
    timeZone,
    weekly: Object.fromEntries(open.map((day) => [day, windows[day]])),
  };
  try {
    readHours(hours);
    return { hours, problems };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const day = WEEKDAYS.find((name) => error.field.startsWith(`weekly.${name}`)) ?? "mon";
    return { hours: null, problems: { [day]: error.message } };
  }
}
