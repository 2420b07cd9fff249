import { addDays, dayOf, startOfDay } from "./day.ts";
import type { OptIn } from "./consent.ts";
import type { WindowReason } from "./messaging-reason.ts";
import type { Known, SendOption, WindowState } from "./messaging-window.ts";

/** What bears on a marketing message to one person from one Page. Countries are ISO 3166 codes, null if not known. */
export interface MarketingFacts {
  permission: Known;
  optIn: OptIn;
  /** When the Page last sent this person one; "none" if never, null if not known. */
  lastSentAt: number | "none" | null;
  /** When Meta last answered that its 90-day limit is reached; null if it has not. */
  limitReportedAt: number | null;
  businessCountry: string | null;
  customerCountry: string | null;
  /** The Page's time zone: "one a day" is by its days. */
  timeZone: string;
}

const HOUR_MS = 3_600_000;
const LEAST_GAP_MS = 12 * HOUR_MS;
const LIMIT_MS = 90 * 24 * HOUR_MS;

const list = (codes: string): ReadonlySet<string> => new Set(codes.split(" "));

/** Where a business may be. Source: Meta's questions and answers on the Marketing Messages API (2025-07-01). */
const BUSINESS_COUNTRIES = list("AU BR CL CO HK IN ID IL MY MX NZ PE PH SA SG TW TH AE US VN");
/** Where a customer may not be: the European Union, Japan, South Korea, Australia, the United Kingdom. */
const CUSTOMER_COUNTRIES_OUT = list(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE JP KR AU GB",
);

/**
 * Whether a marketing message may be sent: with an opt-in that stands, one a person, Page and day, not within 12 hours
 * of the last, within Meta's own limit and the countries it allows. What forbids is told before what is not known.
 */
export function marketingOption(facts: MarketingFacts, now: number): SendOption {
  const closed = (why: WindowReason, opensAt: number | null = null) => answer("closed", why, { opensAt });
  const { permission, optIn, lastSentAt, limitReportedAt } = facts;
  if (permission === "no") return closed("no_permission");
  if (optIn.state === "withdrawn") return closed("opted_out");
  if (optIn.state === "none") return closed("no_opt_in");
  if (optIn.state === "given" && optIn.until !== null && optIn.until <= now) return closed("opt_in_over");
  if (isBusinessOut(facts) || isCustomerOut(facts)) return closed("country_not_allowed");
  if (limitReportedAt !== null && now < limitReportedAt + LIMIT_MS) return closed("limit_reported");
  const next = typeof lastSentAt === "number" ? nextAfter(lastSentAt, facts.timeZone) : now;
  if (now < next) return closed("sent_recently", next);
  const missing = notKnown(facts);
  if (missing) return answer("unknown", missing);
  return answer("open", "opted_in", { until: optIn.state === "given" ? optIn.until : null });
}

const answer = (
  state: WindowState,
  why: WindowReason,
  { until = null, opensAt = null }: Partial<Pick<SendOption, "until" | "opensAt">> = {},
): SendOption => ({ send: "marketing_message", state, until, opensAt, why });

const isBusinessOut = ({ businessCountry }: MarketingFacts): boolean =>
  businessCountry !== null && !BUSINESS_COUNTRIES.has(businessCountry);

const isCustomerOut = ({ customerCountry }: MarketingFacts): boolean =>
  customerCountry !== null && CUSTOMER_COUNTRIES_OUT.has(customerCountry);

/** The later of twelve hours on and the next day. */
function nextAfter(sentAt: number, timeZone: string): number {
  const nextDay = addDays(dayOf(sentAt, timeZone), 1);
  return Math.max(sentAt + LEAST_GAP_MS, startOfDay(nextDay, timeZone));
}

function notKnown(facts: MarketingFacts): WindowReason | null {
  if (facts.permission === "unknown") return "permission_not_known";
  if (facts.optIn.state === "unknown") return "opt_in_not_known";
  if (facts.lastSentAt === null) return "last_send_not_known";
  return facts.businessCountry === null || facts.customerCountry === null ? "country_not_known" : null;
}
