import type { Calendar } from "./calendar.ts";

/** What a macro may name, and how the editor explains it. */
export const MACRO_VARIABLES = {
  "customer.name": "The customer's name, as the page shows it",
  "customer.first_name": "The first word of it",
  "page.name": "The Page's name",
  "rep.name": "Your own name",
  "handoff.eta": "When a handoff is due, by the business hours",
} as const;
export type MacroVariable = keyof typeof MACRO_VARIABLES;

const WEEK_MS = 6 * 86_400_000;

export interface EtaInput {
  calendar: Calendar;
  /** How long a handoff may take, ms. */
  targetMs: number;
  /** Epoch ms. */
  now: number;
  timeZone: string;
  /** BCP 47, as "en-GB". */
  locale: string;
}

/**
 * `{{handoff.eta}}`: when a handoff offered now is due. Today it is a time, within six days a weekday and a time, later a
 * date and a time, in the locale's own form and without words of ours. Null where the hours are never open.
 */
export function handoffEta({ calendar, targetMs, now, timeZone, locale }: EtaInput): string | null {
  const due = calendar.deadline(now, targetMs);
  if (due === null) return null;
  const format = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
  const day = (at: number) => format(at, { dateStyle: "short" });
  const time = { hour: "numeric", minute: "2-digit" } as const;
  if (day(due) === day(now)) return format(due, time);
  const date =
    due - now < WEEK_MS ? ({ weekday: "long" } as const) : ({ day: "numeric", month: "long" } as const);
  return format(due, { ...date, ...time });
}
