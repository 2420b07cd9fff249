import { formatMinor } from "#lib/domain/amount.ts";
import { pointName } from "#lib/domain/checklist.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import type { EventData, EventKind } from "#lib/domain/event-data.ts";
import { HANDOFF_NAMES, OUTCOME_NAMES, reasonName } from "#lib/domain/outcome.ts";
import { byStamp } from "#lib/domain/order.ts";
import { sourceWords } from "#lib/domain/source-words.ts";
import type { OverlaySettings } from "#lib/messages.ts";
import type { Current } from "./current.ts";
import { dayTime } from "./words.ts";

/** One line of what was done with a conversation. */
export interface StoryLine {
  id: string;
  at: number;
  /** "you", or a colleague's name; null for what nobody did. */
  who: string | null;
  what: string;
  /** Taken back since, by whom. */
  withdrawnBy: string | null;
}

type Names = Pick<OverlaySettings, "members" | "macros" | "ads" | "reasonNames" | "checklist">;
const NOBODY: Names = {
  members: {},
  macros: [],
  ads: {},
  reasonNames: {},
  checklist: { version: 1, criteria: [] },
};
type Words = { [Kind in EventKind]?: (data: EventData[Kind], names: Names) => string };

const money = ({ amountMinor, currency }: { amountMinor?: number; currency?: string }): string =>
  amountMinor === undefined || currency === undefined ? "no amount yet" : formatMinor(amountMinor, currency);

/** What is told of each kind; the rest was seen, not done. */
const WORDS: Words = {
  outcome_tagged: ({ outcome, reason }, { reasonNames }) =>
    OUTCOME_NAMES[outcome] +
    (reason === undefined ? "" : `: ${reasonName(reason, reasonNames).toLowerCase()}`),
  criteria_ticked: ({ criteria }, { checklist }) =>
    `Ticked ${criteria.map((point) => pointName(point, checklist)).join(", ") || "nothing"}`,
  handoff_offered: ({ to }) => `Handed to ${HANDOFF_NAMES[to].toLowerCase()}`,
  handoff_accepted: () => "Handoff accepted",
  handoff_returned: ({ reason }) => `Handoff returned: ${reason}`,
  macro_inserted: ({ macro }, { macros }) =>
    `Macro ${macros.find(({ id }) => id === macro)?.name ?? "that is gone"}`,
  sale_recorded: (data) => `Sale${data.how === "outside" ? " outside the chat" : ""}: ${money(data)}`,
  sale_corrected: (data) => `Sale corrected: ${money(data)}`,
  sale_refunded: (data) => `Refund: ${money(data)}`,
  no_answer_needed: () => "No answer needed",
  follow_up_set: ({ due }) => `Follow up on ${dayTime(due, due - 10 * 86_400_000)}`,
  waiting_on_customer: () => "Waiting on the customer",
  closed: () => "Closed",
  source_attributed: ({ source, method }, { ads }) =>
    `Source: ${sourceWords(source, ads).join(" ")}${method === "keyword" ? ", from a keyword" : ""}`,
  consent_given: ({ what }) => `Allowed: ${what}`,
};

function wordsOf({ kind, data }: StoredEvent, names: Names): string | null {
  // safe because: kind and data come as a pair of one event.
  const say = WORDS[kind] as ((data: unknown, names: Names) => string) | undefined;
  return say?.(data, names) ?? null;
}

/** Points are ticked one by one: of one person's run the last says it all. */
function isTickedOn({ kind, member }: StoredEvent, later: readonly StoredEvent[]): boolean {
  const next = later.find((event) => wordsOf(event, NOBODY) !== null);
  return kind === "criteria_ticked" && next?.kind === kind && next.member === member;
}

/**
 * What was done with a thread, the latest first: who, when, what. What was taken back stands there too, marked so;
 * where each of its conversations started stands between them.
 */
export function storyOf({ known, conversations }: Current, names: Names): StoryLine[] {
  const whoOf = ({ member }: StoredEvent) =>
    member === undefined ? "you" : (names.members[member] ?? "a colleague");
  const withdrawn = new Map(
    known.flatMap((event) =>
      event.kind === "withdrawn" || event.kind === "consent_withdrawn"
        ? [[event.data.target, whoOf(event)] as const]
        : [],
    ),
  );
  const done = known.toSorted(byStamp).flatMap((event, index, all): StoryLine[] => {
    const what = isTickedOn(event, all.slice(index + 1)) ? null : wordsOf(event, names);
    const { id, at } = event;
    return what === null ? [] : [{ id, at, who: whoOf(event), what, withdrawnBy: withdrawn.get(id) ?? null }];
  });
  const starts = conversations.map(({ start }, index): StoryLine => ({
    id: `start-${index}`,
    at: start.at,
    who: null,
    what: start.seen ? "The conversation started" : "The conversation started before",
    withdrawnBy: null,
  }));
  return [...starts, ...done].toSorted((a, b) => a.at - b.at).toReversed();
}
