import { describe, expect, it } from "vitest";
import { compileHours } from "#lib/domain/calendar.ts";
import { fold } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { byUrgency, entryOf, isOverdue, isUnder, QUEUE_FILTERS, type QueueEntry } from "#lib/domain/queue.ts";
import { DEFAULT_TARGETS } from "#lib/domain/response-target.ts";
import type { Thread } from "#lib/domain/thread.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 9, 5, 12);
const ME = "22222222-2222-4222-8222-222222222222";

const always: [string, string][] = [["00:00", "24:00"]];
const rules = {
  hours: [
    {
      from: 0,
      value: compileHours({
        timeZone: "UTC",
        weekly: { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always },
      }),
    },
  ],
  targets: [{ from: 0, value: DEFAULT_TARGETS }],
} as const;

let count = 0;
type Happened = [minutesAgo: number, kind: StoredEvent["kind"], data: object, member?: string];
const event = (thread: Thread, [minutesAgo, kind, data, member]: Happened): StoredEvent => {
  const number = String(count++).padStart(12, "0");
  return {
    id: `00000000-0000-7000-8000-${number}`,
    v: 1,
    thread,
    device: "00000000-0000-4000-8000-000000000000",
    hlc: `0000${number}`,
    at: NOW - minutesAgo * MINUTE,
    precision: "second",
    kind,
    data,
    ...(member !== undefined && { member }),
  } as StoredEvent; // safe because: the cases below give each kind its own data
};
const seen = (minutesAgo: number, sender: string): Happened => [
  minutesAgo,
  "message_seen",
  { key: `m${minutesAgo}${sender}`, sender },
];
const entry = (name: string, ...happened: Happened[]): QueueEntry | null => {
  const thread: Thread = { channel: "FB_MESSAGE", asset: "9", id: name };
  const conversation = fold(happened.map((one) => event(thread, one))).at(-1);
  return conversation
    ? entryOf({ thread, name, conversation, rules, me: ME, hasTeam: true, now: NOW })
    : null;
};
const filtersOf = (one: QueueEntry | null) =>
  QUEUE_FILTERS.filter((filter) => one && isUnder(filter, one, NOW));
const put = (due: number): Happened => [3, "follow_up_set", { due }];
const tag = (minutesAgo: number, outcome: string, member?: string): Happened => [
  minutesAgo,
  "outcome_tagged",
  { outcome },
  member,
];

describe("who stands in the queue", () => {
  it("is who waits, with the deadline and the window", () => {
    const nora = entry("nora", seen(20, "customer"), seen(5, "customer"));
    expect(nora?.wait).toMatchObject({ startedAt: NOW - 20 * MINUTE, due: { deadline: NOW - 5 * MINUTE } });
    expect(nora?.windowUntil).toBe(NOW - 5 * MINUTE + DAY);
    expect(filtersOf(nora)).toEqual(["next", "untagged"]);
  });

  it("is nobody who was answered and tagged, or said to need no answer", () => {
    expect(entry("mira", seen(20, "customer"), seen(5, "person"), tag(4, "qualified"))).toBeNull();
    expect(
      entry("thanks", seen(20, "customer"), tag(6, "converted"), [5, "no_answer_needed", {}]),
    ).toBeNull();
  });

  it("is nobody who has waited for more than 30 days", () => {
    expect(entry("old", seen(31 * 24 * 60, "customer"))).toBeNull();
  });

  it("comes back when its follow-up is due, and is found before that", () => {
    const later = entry("later", seen(20, "customer"), seen(5, "person"), tag(4, "qualified"), [
      3,
      "follow_up_set",
      { due: NOW + HOUR },
    ]);
    expect(filtersOf(later)).toEqual(["follow_up"]);
    const due = entry("due", seen(90, "customer"), seen(80, "person"), tag(70, "qualified"), [
      60,
      "follow_up_set",
      { due: NOW - MINUTE },
    ]);
    expect(filtersOf(due)).toEqual(["next", "mine", "follow_up"]);
  });

  it("is told apart by who tagged, what was handed off, and whose window closes", () => {
    const mine = entry("mine", seen(21 * 60, "customer"), tag(4, "qualified", ME));
    expect(filtersOf(mine)).toEqual(["next", "mine", "closing"]);
    const theirs = entry("theirs", seen(25 * 60, "customer"), tag(4, "qualified", "somebody else"), [
      3,
      "handoff_offered",
      { to: "sales" },
      "somebody else",
    ]);
    expect(filtersOf(theirs)).toEqual(["next", "handed_to_me"]);
    expect(theirs?.windowUntil).toBeNull();
  });

  it("is who was handed to this person, until somebody accepts; then it is theirs who did", () => {
    const done = [seen(90, "customer"), seen(80, "person"), tag(70, "qualified", "Kim")] as const;
    const offer: Happened = [31, "handoff_offered", { to: "sales", whom: ME }, "Kim"];
    const waits = entry("offered", ...done, offer);
    expect(filtersOf(waits)).toEqual(["next", "handed_to_me"]);
    expect(waits?.handoff).toMatchObject({ isToMe: true, due: { deadline: NOW - MINUTE } });
    expect(waits && isOverdue(waits, NOW)).toBe(true);
    const other = entry("other", ...done, [20, "handoff_offered", { to: "sales", whom: "Lee" }, "Kim"]);
    expect(filtersOf(other)).toEqual([]);

    const thread: Thread = { channel: "FB_MESSAGE", asset: "9", id: "taken" };
    const made = event(thread, offer);
    const taken = event(thread, [5, "handoff_accepted", { target: made.id }, ME]);
    const log = [...done.map((one) => event(thread, one)), made, taken, event(thread, seen(2, "customer"))];
    const [conversation] = fold(log);
    const mine =
      conversation && entryOf({ thread, name: null, conversation, rules, me: ME, hasTeam: true, now: NOW });
    expect(filtersOf(mine ?? null)).toEqual(["next", "mine"]);
  });

  it("has no handoff to wait for where nobody else is there", () => {
    const thread: Thread = { channel: "FB_MESSAGE", asset: "9", id: "alone" };
    const log = [seen(20, "customer"), [10, "handoff_offered", { to: "sales" }, "Kim"] as Happened];
    const [conversation] = fold(log.map((one) => event(thread, one)));
    const alone =
      conversation && entryOf({ thread, name: null, conversation, rules, me: ME, hasTeam: false, now: NOW });
    expect(alone?.handoff).toBeNull();
  });

  it("is overdue past its target, or once its follow-up is due", () => {
    const overdue = (one: QueueEntry | null) => one !== null && isOverdue(one, NOW);
    expect(overdue(entry("in time", seen(15, "customer")))).toBe(false);
    expect(overdue(entry("late", seen(16, "customer")))).toBe(true);
    const done = [seen(20, "customer"), seen(18, "person")] as const;
    expect(overdue(entry("to come", ...done, put(NOW + 1)))).toBe(false);
    expect(overdue(entry("due", ...done, put(NOW)))).toBe(true);
  });

  it("says at least where the wait's start is rough", () => {
    const [minutes, kind, data] = seen(180, "customer");
    const rough = { ...event({ channel: "FB_MESSAGE", asset: "9", id: "rough" }, [minutes, kind, data]) };
    const conversation = fold([{ ...rough, precision: "hour" }]).at(-1);
    const found =
      conversation &&
      entryOf({ thread: rough.thread, name: null, conversation, rules, me: null, hasTeam: false, now: NOW });
    expect(found?.wait?.atLeast).toBe(true);
    expect(found?.windowUntil).toBeNull();
  });
});

describe("the order of the queue", () => {
  it("is by the time left, of an answer, a window or a follow-up", () => {
    const entries = [
      entry("fresh", seen(1, "customer")),
      entry("over", seen(40, "customer")),
      entry("due", seen(90, "customer"), seen(80, "person"), [
        60,
        "follow_up_set",
        { due: NOW - 10 * MINUTE },
      ]),
      entry("untagged", seen(50, "customer"), seen(45, "person")),
    ].filter((one) => one !== null);
    expect(entries.toSorted(byUrgency).map(({ name }) => name)).toEqual(["over", "due", "fresh", "untagged"]);
  });

  it("puts the more valuable first where the time is the same", () => {
    const entries = [
      entry("plain", seen(10, "customer")),
      entry("ready", seen(10, "customer"), tag(5, "sales_ready")),
      entry("poor", seen(10, "customer"), tag(5, "unqualified")),
    ].filter((one) => one !== null);
    expect(entries.toSorted(byUrgency).map(({ name }) => name)).toEqual(["ready", "poor", "plain"]);
  });
});
