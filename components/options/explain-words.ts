import type { Step, Why } from "#lib/domain/calendar-explain.ts";
import type { Day } from "#lib/domain/day.ts";

/** One line of why a deadline is when it is. */
export interface StepSaid {
  when: string;
  what: string;
}

const REASONS: Record<Why, string> = {
  after_hours: "after hours",
  lunch: "between two windows",
  break: "a break",
  weekend: "weekend",
  day_off: "no hours that day",
  shift: "closed on that date",
  holiday: "holiday",
  skipped_date: "a date that the zone skipped",
  paused: "paused",
};

/** An instant in the zone of the hours: "Fri 14 Nov, 16:50". */
export function instantWords(at: number, timeZone: string): string {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(undefined, { timeZone, ...options }).format(at);
  const time = say({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${say({ weekday: "short", day: "numeric", month: "short" })}, ${time}`;
}

const dayWords = (day: Day): string =>
  new Intl.DateTimeFormat(undefined, { timeZone: "UTC", day: "numeric", month: "short" }).format(
    Date.parse(day),
  );

/** Reasons once each, with their dates where a date is what matters: "holiday (25 Dec, 26 Dec)". */
function reasonWords(reasons: readonly { why: Why; day: Day | null }[]): string {
  const byWhy = Map.groupBy(reasons, ({ why }) => why);
  return [...byWhy]
    .map(([why, of]) => {
      const dates = why === "weekend" ? [] : of.flatMap(({ day }) => day ?? []).map(dayWords);
      return dates.length === 0 ? REASONS[why] : `${REASONS[why]} (${dates.join(", ")})`;
    })
    .join(", ");
}

const minutes = (ms: number): string => {
  const all = Math.floor(ms / 60_000);
  const [hours, rest] = [Math.floor(all / 60), all % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

export function sayStep(step: Step, timeZone: string): StepSaid {
  const from_to = (from: number, to: number) =>
    `${instantWords(from, timeZone)} to ${instantWords(to, timeZone)}`;
  switch (step.kind) {
    case "started":
      return { when: instantWords(step.at, timeZone), what: "The customer writes." };
    case "closed":
      return { when: from_to(step.from, step.to), what: `Closed: ${reasonWords(step.reasons)}.` };
    case "opened":
      return { when: from_to(step.from, step.to), what: `Open: ${minutes(step.countedMs)} counted by then.` };
    case "went_on":
      return {
        when: from_to(step.from, step.to),
        what: `So it goes on: ${minutes(step.countedMs)} counted by then.`,
      };
    case "target_reached":
      return { when: instantWords(step.at, timeZone), what: "Due. A reply at this very minute is in time." };
    case "never_open":
      return { when: "Never", what: "No hours are open, so that nothing falls due." };
  }
}
