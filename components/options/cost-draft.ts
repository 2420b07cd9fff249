import { majorText } from "#lib/domain/amount.ts";
import { COST_KINDS, type CostKind, type CostLine } from "#lib/domain/cost-line.ts";
import type { Day } from "#lib/domain/day.ts";
import { parseTyped } from "#lib/domain/typed-amount.ts";

/** A cost line as it is being typed. */
export interface CostDraft {
  kind: CostKind;
  name: string;
  amount: string;
  currency: string;
  /** Of an hourly rate: how many there were. */
  hours: string;
  from: Day;
  to: Day;
  /** "everybody", or "campaign Hoodie", "creator Ana". */
  paidFor: string;
}

export const EVERYBODY = "everybody";

export const newCost = (today: Day, currency: string): CostDraft => ({
  kind: COST_KINDS[0],
  name: "",
  amount: "",
  currency,
  hours: "",
  from: today,
  to: today,
  paidFor: EVERYBODY,
});

export const draftOf = ({ campaign, creator, ...line }: Omit<CostLine, "id">): CostDraft => ({
  kind: line.kind,
  name: line.name,
  amount: majorText(line.amountMinor, line.currency),
  currency: line.currency,
  hours: line.hours === null ? "" : String(line.hours),
  from: line.from,
  to: line.to,
  paidFor: campaign === null ? (creator === null ? EVERYBODY : `creator ${creator}`) : `campaign ${campaign}`,
});

export interface CostRead {
  /** Null while something is missing or wrong. */
  line: Omit<CostLine, "id"> | null;
  /** Of what was typed; what is still empty is no problem yet. */
  problems: Partial<Record<keyof CostDraft, string>>;
}

export function readDraft(draft: CostDraft): CostRead {
  const { kind, name, currency, from, to, paidFor } = draft;
  const amount = parseTyped(draft.amount, currency);
  const isHourly = kind === "hourly_rate";
  const hours = isHourly ? Number(draft.hours.replace(",", ".") || Number.NaN) : null;
  const areHoursWrong = hours !== null && !(hours >= 0 && hours <= 100_000);
  const problems: CostRead["problems"] = {
    ...(!amount.ok && amount.problem !== "empty" && { amount: amount.sentence }),
    ...(areHoursWrong && draft.hours !== "" && { hours: "Write how many hours, as 12 or 7.5." }),
    ...(from !== "" && to !== "" && to < from && { to: "The last day is before the first." }),
  };
  const isWhole = name.trim() !== "" && amount.ok && !areHoursWrong && from !== "" && to !== "";
  if (!isWhole || Object.keys(problems).length > 0) return { line: null, problems };
  const named = (what: string) => (paidFor.startsWith(`${what} `) ? paidFor.slice(what.length + 1) : null);
  return {
    line: {
      kind,
      name: name.trim(),
      amountMinor: amount.amountMinor,
      currency,
      hours,
      from,
      to,
      campaign: named("campaign"),
      creator: named("creator"),
    },
    problems,
  };
}
