import { currencyIn } from "#lib/spend/headings.ts";
import type { ProblemList } from "#lib/spend/problem.ts";

/** What a column of a sales file says; every other column is left unread. */
const ROLES = ["ref", "thread", "day", "amount", "currency"] as const;
type Role = (typeof ROLES)[number];

const SPELLINGS: Record<Role, string> = {
  ref: "ref|reference|order|order id|order number|order no|order no.",
  thread: "thread|thread id|conversation|conversation id|selected_item_id",
  day: "date|day|sale date|order date|paid at",
  amount: "amount|total|order total|price|revenue",
  currency: "currency|currency code",
};

const roleOf = (heading: string): Role | undefined => {
  const plain = heading
    .replace(/ ?\([A-Z]{3}\)$/, "")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
  return ROLES.find((role) => SPELLINGS[role].split("|").includes(plain));
};

/** Where each thing stands; null where no column says it. */
export interface SalesColumns {
  headings: readonly string[];
  ref: number | null;
  thread: number | null;
  day: number;
  amount: number;
  currency: number | null;
  /** That of the amount's heading, as in "Amount (USD)". */
  currencyOfAll: string | null;
}

/** Sorts the columns; null once it was reported what is missing or said twice. */
export function sortSalesColumns(headings: readonly string[], problems: ProblemList): SalesColumns | null {
  const at = new Map<Role, number>();
  for (const [column, heading] of headings.entries()) {
    const role = roleOf(heading);
    if (role === undefined) continue;
    const other = at.get(role);
    if (other === undefined) at.set(role, column);
    else problems.add(`“${headings[other]}” and “${heading}” say the same thing: keep one of them.`, 1);
  }
  const [day, amount] = [at.get("day"), at.get("amount")];
  const currency = at.get("currency") ?? null;
  const currencyOfAll = currencyIn(headings[amount ?? -1] ?? "");
  if (!at.has("ref") && !at.has("thread")) problems.add(missing("ref” or “thread"), 1);
  if (day === undefined) problems.add(missing("date"), 1);
  if (amount === undefined) problems.add(missing("amount"), 1);
  else if (currency === null && currencyOfAll === null) problems.add(missing("currency"), 1);
  if (problems.found.length > 0 || day === undefined || amount === undefined) return null;
  return {
    headings,
    day,
    amount,
    currency,
    currencyOfAll,
    ref: at.get("ref") ?? null,
    thread: at.get("thread") ?? null,
  };
}

const missing = (name: string): string =>
  `No column “${name}” was found. A sales file has the columns ref or thread, date, amount, currency.`;
