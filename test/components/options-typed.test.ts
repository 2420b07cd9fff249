import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCost, readDraft as readCost } from "#components/options/cost-draft.ts";
import { dateRulesOf, dateRuleWords, withDateRule, withoutDateRule } from "#components/options/date-rule.ts";
import { durationText, parseDuration } from "#components/options/duration-text.ts";
import { instantWords, sayStep } from "#components/options/explain-words.ts";
import { draftOf as goalsDraft, readDraft as readGoals } from "#components/options/goals-draft.ts";
import { draftOf as weekDraft, readDraft as readWeek } from "#components/options/hours-draft.ts";
import { draftOf as targetsDraft, readDraft as readTargets } from "#components/options/targets-draft.ts";
import { parseWindows, windowsText } from "#components/options/windows-text.ts";
import { explainDeadline } from "#lib/domain/calendar-explain.ts";
import { compileHours } from "#lib/domain/calendar.ts";
import { instantOf } from "#lib/domain/day.ts";
import { NO_TARGETS } from "#lib/domain/diagnosis-shortfall.ts";
import { defaultHours } from "#lib/domain/response-settings.ts";
import { DEFAULT_TARGETS } from "#lib/domain/response-target.ts";

const read = (text: string) => parseWindows(text, true);
const sentence = (text: string, isPastMidnight = true) => {
  const said = parseWindows(text, isPastMidnight);
  return said.ok ? "" : said.sentence;
};
const clock = (at: number) =>
  `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;

const HOURS = defaultHours("Europe/Berlin");

describe("windows as typed", () => {
  it("are read as people write them", () => {
    expect(read("")).toEqual({ ok: true, value: [] });
    expect(read("9-12, 13:00–17:30")).toEqual({
      ok: true,
      value: [
        ["09:00", "12:00"],
        ["13:00", "17:30"],
      ],
    });
    expect(read("21–2")).toEqual({ ok: true, value: [["21:00", "26:00"]] });
    expect(read("21.00 to 26.00")).toEqual({ ok: true, value: [["21:00", "26:00"]] });
  });

  it("are refused with what to type", () => {
    expect(sentence("nine to five")).toContain("Write it as 9:00–17:00.");
    expect(sentence("9:75-10")).toContain("is no pair of times");
    expect(sentence("9-12, 11-13")).toContain("overlap");
    expect(sentence("21–2", false)).toContain("Write the rest on the next date.");
  });

  it("come back as they were, whatever they are", () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 });
    const pair = fc.tuple(minute, minute).filter(([from, to]) => from < to && from < 24 * 60);
    fc.assert(
      fc.property(pair, ([from, to]) => {
        const windows = [[clock(from), clock(to)]] as const;
        expect(parseWindows(windowsText(windows), false)).toEqual({ ok: true, value: windows });
      }),
    );
  });
});

describe("lengths of time as typed", () => {
  it("are read in any unit; nothing is no target", () => {
    expect(["", "15 min", "1h30m", "2 days", "0 min"].map(parseDuration)).toEqual(
      [null, 900, 5_400, 172_800, 0].map((value) => ({ ok: true, value })),
    );
  });

  it("are refused without a unit, or when they are none", () => {
    for (const text of ["15", "soon", "15 parsecs", "-1 h"])
      expect(parseDuration(text)).toMatchObject({ ok: false });
    expect(parseDuration("400 d")).toEqual({ ok: false, sentence: "A target is a year at most." });
  });

  it("come back as they were", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 86_400 }), (seconds) => {
        expect(parseDuration(durationText(seconds))).toEqual({ ok: true, value: seconds });
      }),
    );
  });
});

describe("the week", () => {
  it("keeps the dates that stand, and a day without windows is closed", () => {
    const draft = weekDraft(HOURS);
    const { hours } = readWeek(
      { ...draft, weekly: { ...draft.weekly, fri: "" } },
      { ...HOURS, holidays: ["2026-12-25"] },
    );
    expect(Object.keys(hours?.weekly ?? {})).toEqual(["mon", "tue", "wed", "thu"]);
    expect(hours?.holidays).toEqual(["2026-12-25"]);
  });

  it("names the day that is wrong, also where one day runs into the next", () => {
    const draft = weekDraft(HOURS);
    expect(readWeek({ ...draft, weekly: { ...draft.weekly, wed: "x" } }, HOURS).problems.wed).toContain(
      "“x”",
    );
    const night = readWeek({ ...draft, weekly: { ...draft.weekly, mon: "21-10" } }, HOURS);
    expect(night.hours).toBeNull();
    expect(night.problems.tue).toContain("overlap");
  });

  it("has single dates, each kind once a date, and any of them away", () => {
    const eve = { day: "2026-12-24", kind: "shift", windows: [["09:00", "12:00"]] } as const;
    const day = { day: "2026-12-25", kind: "holiday", windows: [] } as const;
    const hours = withDateRule(withDateRule(withDateRule(HOURS, day), eve), day);
    expect(dateRulesOf(hours).map(dateRuleWords)).toEqual(["Other hours: 09:00–12:00", "Closed, a holiday"]);
    expect(dateRulesOf(withoutDateRule(hours, eve))).toEqual([day]);
    expect(dateRulesOf(withoutDateRule(hours, day))).toEqual([eve]);
  });
});

describe("why a deadline is when it is", () => {
  it("says every step, in the zone of the hours", () => {
    const hours = { ...HOURS, holidays: ["2026-12-25"] };
    const start = instantOf("2026-12-24", "16:50", "Europe/Berlin");
    const { deadline, steps } = explainDeadline(compileHours(hours), start, 15 * 60_000);
    expect(instantWords(deadline ?? 0, hours.timeZone)).toBe("Mon, Dec 28, 09:05");
    expect(steps.map((step) => sayStep(step, hours.timeZone).what)).toEqual([
      "The customer writes.",
      "Open: 10 min counted by then.",
      "Closed: after hours, holiday (Dec 25), weekend.",
      "Open: 15 min counted by then.",
      "Due. A reply at this very minute is in time.",
    ]);
  });

  it("says that nothing falls due where no hours are open", () => {
    const { steps } = explainDeadline(compileHours({ ...HOURS, weekly: {} }), 0, 60_000);
    expect(steps.map((step) => sayStep(step, "UTC").when)).toContain("Never");
  });
});

describe("targets, goals and costs as typed", () => {
  it("targets keep what differs by channel until one clock is chosen for all", () => {
    const { first_reply: first } = DEFAULT_TARGETS;
    const known = {
      ...DEFAULT_TARGETS,
      first_reply: { ...first, IG_MESSAGE: { seconds: 60, clock: "wall" as const } },
    };
    const draft = targetsDraft(known);
    expect(draft.first_reply.clock).toBe("each");
    expect(readTargets(draft, known).targets).toEqual(known);
    const all = readTargets({ ...draft, first_reply: { ...draft.first_reply, clock: "wall" } }, known);
    expect(all.targets?.first_reply.FB_MESSAGE).toEqual({ seconds: 900, clock: "wall" });
    const seconds = { ...draft.handoff.seconds, WEC_MESSAGE: "soon" };
    const wrong = readTargets({ ...draft, handoff: { ...draft.handoff, seconds } }, known);
    expect(wrong.targets).toBeNull();
    expect(wrong.problems.handoff?.WEC_MESSAGE).toContain("15 min");
  });

  it("goals are read in the currency, in percent, and as whole numbers", () => {
    const empty = goalsDraft(NO_TARGETS, "USD");
    expect(readGoals(empty, "USD").goals).toEqual(NO_TARGETS);
    const typed = { ...empty, costPerMessageMinor: "14.50", closeRate: "37,5 %", conversations: "400" };
    expect(readGoals(typed, "USD").goals).toEqual({
      ...NO_TARGETS,
      costPerMessageMinor: 1_450,
      closeRate: 0.375,
      conversations: 400,
    });
    const wrong = { ...empty, costPerMessageMinor: "-1", closeRate: "140", conversations: "0.5" };
    expect(Object.keys(readGoals(wrong, "USD").problems)).toEqual([
      "costPerMessageMinor",
      "closeRate",
      "conversations",
    ]);
  });

  it("a cost is whole before it is saved; what is empty is no fault yet", () => {
    const draft = newCost("2026-12-01", "JPY");
    expect(readCost(draft)).toEqual({ line: null, problems: {} });
    const typed = { ...draft, name: " Ana ", amount: "50000", paidFor: "creator Ana", to: "2026-12-31" };
    expect(readCost(typed).line).toMatchObject({
      name: "Ana",
      amountMinor: 50_000,
      hours: null,
      creator: "Ana",
      campaign: null,
    });
    expect(readCost({ ...typed, to: "2026-11-30" }).problems.to).toBe("The last day is before the first.");
    expect(readCost({ ...typed, amount: "5.5" }).problems.amount).toBeDefined();
    const hourly = { ...typed, kind: "hourly_rate" as const };
    expect(readCost(hourly)).toEqual({ line: null, problems: {} });
    expect(readCost({ ...hourly, hours: "7,5" }).line?.hours).toBe(7.5);
    expect(readCost({ ...hourly, hours: "many" }).problems.hours).toContain("7.5");
  });
});
