import type { Calendar } from "./calendar.ts";
import type { DayPlan } from "./calendar-day.ts";
import { DAY_MS, dayText, weekdayOf } from "./calendar-hours.ts";
import type { Day } from "./day.ts";
import { type Span, union, within, without } from "./span.ts";

/** Why time did not count. `day_off` is a weekday without hours, `shift` a dated shift without any. */
export type Why =
  | "after_hours"
  | "lunch"
  | "break"
  | "weekend"
  | "day_off"
  | "shift"
  | "holiday"
  | "skipped_date"
  | "paused";

/** One step from the start of a clock to its deadline. Instants are epoch ms, `countedMs` is the open time so far. */
export type Step =
  | { kind: "started"; at: number }
  | { kind: "closed"; from: number; to: number; reasons: { why: Why; day: Day | null }[] }
  | { kind: "opened"; from: number; to: number; countedMs: number }
  /** Many dates in between, told by their sum. */
  | { kind: "went_on"; from: number; to: number; countedMs: number }
  | { kind: "target_reached"; at: number; countedMs: number }
  | { kind: "never_open" };

export interface Explanation {
  deadline: number | null;
  steps: Step[];
}

/** A longer way is told by its first and last dates. */
const TOLD_MS = 10 * DAY_MS;
/** Closed between two windows of one date for no longer than this is lunch; for longer it is a day in two halves. */
const LUNCH_MS = 3 * 3_600_000;

/**
 * Why a deadline is when it is, in the order of time: what was open and counted, what was closed and why. Arguments
 * and errors are those of Calendar.deadline. Without open time there is one step, `never_open`, after the start.
 */
export function explainDeadline(
  calendar: Calendar,
  start: number,
  target: number,
  pauses: readonly Span[] = [],
): Explanation {
  const deadline = calendar.deadline(start, target, pauses);
  if (deadline === null) return { deadline, steps: [{ kind: "started", at: start }, { kind: "never_open" }] };
  const count = (at: number) => calendar.elapsed(start, at, pauses);
  const isLong = deadline - start > 3 * TOLD_MS;
  const [leave, resume] = isLong ? [start + TOLD_MS, deadline - TOLD_MS] : [deadline, deadline];
  const steps: Step[] = [{ kind: "started", at: start }, ...told(calendar, start, leave, pauses, count)];
  if (isLong)
    steps.push(
      { kind: "went_on", from: leave, to: resume, countedMs: count(resume) },
      ...told(calendar, resume, deadline, pauses, count),
    );
  return {
    deadline,
    steps: [...steps, { kind: "target_reached", at: deadline, countedMs: count(deadline) }],
  };
}

/** The steps of `[from, to)`, every instant in one of them. */
function told(
  calendar: Calendar,
  from: number,
  to: number,
  pauses: readonly Span[],
  count: (at: number) => number,
): Step[] {
  if (from >= to) return [];
  const whole = { from, to };
  const plans = calendar.plans(from, to);
  const open = plans.length === 0 ? [whole] : within(union(plans.flatMap((plan) => plan.open)), whole);
  const counted = without(open, pauses);
  const closed = without([whole], counted).map((span): Step => ({
    kind: "closed",
    ...span,
    reasons: reasonsFor(span, plans, pauses),
  }));
  const opened = counted.map((span): Step => ({ kind: "opened", ...span, countedMs: count(span.to) }));
  return [...closed, ...opened].toSorted((a, b) => startOf(a) - startOf(b));
}

const startOf = (step: Step): number => ("from" in step ? step.from : 0);

/** Each reason once; `after_hours` and `paused` have no date. */
function reasonsFor(span: Span, plans: readonly DayPlan[], pauses: readonly Span[]) {
  const reasons = new Map<string, { why: Why; day: Day | null }>();
  const add = (why: Why, day: Day | null) => reasons.set(`${why} ${day}`, { why, day });
  const unpaused = without([span], pauses);
  for (const [index, plan] of plans.entries()) {
    const starts = plan.startsAt;
    const ends = plans[index + 1]?.startsAt ?? Number.POSITIVE_INFINITY;
    for (const part of within(unpaused, { from: starts, to: ends }))
      for (const why of whyClosed(part, plan)) add(why, why === "after_hours" ? null : dayText(plan.day));
    if (plan.rule === "skipped" && span.from <= starts && starts < span.to)
      add("skipped_date", dayText(plan.day));
  }
  if (within(pauses, span).length > 0) add("paused", null);
  return [...reasons.values()];
}

function whyClosed(part: Span, { day, rule, windows, breaks, open }: DayPlan): Why[] {
  if (rule === "holiday") return ["holiday"];
  if (windows.length === 0) {
    if (rule === "shift") return ["shift"];
    return [weekdayOf(day) >= 5 ? "weekend" : "day_off"];
  }
  const broken = within(breaks, part).flatMap((hole) => within(windows, hole));
  const rest = without([part], broken);
  const [first, last] = [open[0]?.from ?? part.from, open.at(-1)?.to ?? part.to];
  const isLunch = ({ from, to }: Span) => from >= first && to <= last && to - from <= LUNCH_MS;
  const reasons: Why[] = rest.map((hole) => (isLunch(hole) ? "lunch" : "after_hours"));
  return broken.length > 0 ? ["break", ...reasons] : reasons;
}
