import moment from "moment-timezone";
import "moment-business-time";

declare module "moment" {
  interface Moment {
    addWorkingTime(count: number, unit: string): Moment;
    workingDiff(other: Moment, unit: string): number;
  }
}

const MINUTE = 60_000;

/** Sets moment-business-time, which knows one schedule at a time, to Monday to Friday, 9 to 17. */
export function setHours(holidays: readonly string[]): void {
  const day = ["09:00", "17:00"];
  const workinghours = { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null };
  // safe because: moment hands every key of a locale on to its plugins; its types name only its own.
  moment.updateLocale("en", { workinghours, holidays } as unknown as moment.LocaleSpecification);
}

/** The instant `ms` of working time later, and the working ms between two instants; whole minutes. */
export const deadline = (timeZone: string, start: number, ms: number): number =>
  moment
    .tz(start, timeZone)
    .addWorkingTime(ms / MINUTE, "minutes")
    .valueOf();

export const elapsed = (timeZone: string, start: number, end: number): number =>
  moment.tz(end, timeZone).workingDiff(moment.tz(start, timeZone), "minutes") * MINUTE;
