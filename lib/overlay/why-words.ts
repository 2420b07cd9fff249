import type { Step, Why } from "#lib/domain/calendar-explain.ts";
import type { Target } from "#lib/domain/response-target.ts";
import type { WhyDue } from "#lib/messages.ts";
import { span, weekTime } from "./words.ts";

const REASONS: Record<Why, string> = {
  after_hours: "after hours",
  lunch: "the midday break",
  break: "a break",
  weekend: "the weekend",
  day_off: "a day off",
  shift: "a day off by its shift",
  holiday: "a holiday",
  skipped_date: "a date that the time zone skipped",
  paused: "waiting on the customer",
};

/** One line of an explanation: when, and what. */
export interface WhyLine {
  at: string;
  text: string;
}

/** "15 min of business hours (default)". */
export const targetWords = ({ seconds, clock }: Target, isDefault: WhyDue["isDefault"]): string => {
  if (seconds === null) return "no target";
  const marked = isDefault.targets || (clock === "business" && isDefault.hours) ? " (default)" : "";
  return `${span(seconds * 1000)} ${clock === "business" ? "of business hours" : "by the clock"}${marked}`;
};

/** The steps from the start of a clock to its deadline, in words; times are in the zone of the hours. */
export function whyLines(steps: readonly Step[], timeZone: string): WhyLine[] {
  const at = (instant: number) => weekTime(instant, timeZone);
  return steps.flatMap((step): WhyLine[] => {
    switch (step.kind) {
      case "started":
        return [{ at: at(step.at), text: "counting starts" }];
      case "closed": {
        const why = [...new Set(step.reasons.map(({ why }) => REASONS[why]))].join(", ");
        return [{ at: at(step.from), text: `closed until ${at(step.to)}${why === "" ? "" : `: ${why}`}` }];
      }
      case "opened":
        return [
          { at: at(step.from), text: `open until ${at(step.to)}: ${span(step.countedMs)} counted so far` },
        ];
      case "went_on":
        return [
          { at: at(step.from), text: `and so on until ${at(step.to)}: ${span(step.countedMs)} counted` },
        ];
      case "target_reached":
        return [{ at: at(step.at), text: "due" }];
      case "never_open":
        return [{ at: "", text: "The business hours are never open, so there is no deadline." }];
    }
  });
}
