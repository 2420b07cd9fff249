import { describe, expect, it } from "vitest";
import { sayChange, sayYoung } from "#components/scorecard/change-words.ts";
import { sayBounds, sayCoverage } from "#components/scorecard/coverage-words.ts";
import { sayDiagnosis } from "#components/scorecard/diagnosis-words.ts";
import { duration } from "#components/scorecard/numbers.ts";
import type { Card, Reading } from "#components/scorecard/reading.ts";
import { sayResponse } from "#components/scorecard/response-words.ts";
import { whyDiagnosis } from "#components/scorecard/why-diagnosis.ts";
import { whyResponse } from "#components/scorecard/why-response.ts";
import { whyRung } from "#components/scorecard/why-rung.ts";
import type { Why } from "#components/scorecard/why.ts";
import { NO_TARGETS } from "#lib/domain/diagnosis-shortfall.ts";
import { card } from "./cards.ts";

const NOW = { started: 400, wentOn: 284, qualified: 160, handedOff: 60, sold: 32, spendMinor: 600_000 };
const BEFORE = { started: 420, wentOn: 300, qualified: 200, handedOff: 110, sold: 40, spendMinor: 600_000 };
const compared = card(NOW, { previous: BEFORE, age: 40 });

const reading = (of: Card): Reading => ({
  card: of,
  slice: of.total,
  defaults: { hours: true, targets: false },
});
const said = (why: Why | null, term: string): string | undefined =>
  why?.lines.find((line) => line.term === term)?.words;

describe("the change against the window before", () => {
  it("is a share of what it was, at one age, and bad where the data tell that it got dearer", () => {
    expect(sayChange("costPerQualified", compared)).toEqual({
      amount: "▲ 25%",
      against: "against the day before, at 30 days' age",
      test: null,
      tone: "bad",
    });
  });

  it("is calm, and says so, while the data do not tell", () => {
    const small = { started: 40, wentOn: 20, qualified: 12, spendMinor: 60_000 };
    const change = sayChange(
      "qualificationRate",
      card(small, { previous: { ...small, qualified: 10 }, age: 40 }),
    );
    expect(change).toMatchObject({ amount: "▲ 20%", test: "not told apart yet", tone: "calm" });
  });

  it("is good where a rate rose, and names the younger age that enough are at", () => {
    const change = sayChange("closeRate", card(NOW, { previous: { ...BEFORE, sold: 4 }, age: 8 }));
    expect(change).toMatchObject({ tone: "good", against: "against the day before, at 7 days' age" });
  });

  it("is nothing without a window before", () => {
    expect(sayChange("costPerQualified", card(NOW, { age: 40 }))).toBeNull();
  });
});

describe("the diagnosis in words", () => {
  it("names the weakest rung, its two values and what to do", () => {
    const { title, sentences, weakest } = sayDiagnosis(compared);
    expect(title).toBe("Weakest: qualified to handed off.");
    expect(sentences.join(" ")).toMatch(
      /^38% of the qualified, against 55% the day before\. Qualified people/,
    );
    expect(weakest).toBe("handoffRate");
  });

  it("says that no rung stands out yet, and how many more would show", () => {
    const few = { started: 100, wentOn: 80, qualified: 60, handedOff: 26 };
    const { title, sentences, weakest } = sayDiagnosis(
      card(few, { previous: { started: 400, wentOn: 320, qualified: 240, handedOff: 120 }, age: 40 }),
    );
    expect(title).toBe("No rung stands out yet.");
    expect(sentences.join(" ")).toMatch(
      /Qualified to handed off costs most so far: .*more conversations would show/,
    );
    expect(weakest).toBeNull();
  });

  it("measures against a target where there is one", () => {
    const goals = { ...NO_TARGETS, closeRate: 0.8 };
    expect(sayDiagnosis(card(NOW, { goals, age: 40 })).sentences[0]).toBe(
      "53% of those handed off, against a target of 80%.",
    );
  });

  it("calls a drop no fault, with nothing to measure it by", () => {
    const { title, sentences, tone } = sayDiagnosis(card(NOW));
    expect(title).toBe("Largest drop: qualified to handed off.");
    expect(sentences.join(" ")).toContain("A drop, not a fault");
    expect(tone).toBe("calm");
  });

  it("sees a drop although no cost is recorded", () => {
    expect(sayDiagnosis(card({ started: 40, wentOn: 10 })).title).toBe("Largest drop: went on to qualified.");
  });
});

describe("why this number", () => {
  it("is the formula with its own values, and everything that went in", () => {
    const why = whyRung("costPerQualified", reading(compared));
    expect(why.formula).toBe("Spend / qualified = $6,000.00 / 160 = $37.50");
    expect(said(why, "Interval")).toBe(
      "95 %: $33.43 to $42.47, the cost over Wilson's limits (1927) for 160 of 400.",
    );
    expect(said(why, "Before")).toBe(
      "At 30 days' age: $37.50 (Nov 14) beside $30.00 (Nov 13), told apart by the data.",
    );
    expect(said(why, "Young")).toBeUndefined();
  });

  it("says who is young, implied and left out", () => {
    const young = whyRung("handoffRate", reading(card({ ...NOW, handedOff: 0 })));
    expect(young.formula).toBe("Handed off / qualified = 32 / 160 = 20%");
    expect(said(young, "Young")).toBe("All 400 younger than 30 days: counted, and may still change.");
    expect(said(young, "Implied")).toBe("32 reached it only by a later stage.");
  });

  it("has no value where there is none, and says what is missing", () => {
    expect(whyRung("cac", reading(card({ started: 40 }))).formula).toBe(
      "Total cost / customers: no cost recorded",
    );
    expect(whyRung("cac", reading(card({ started: 20, spendMinor: 60_000 }))).formula).toBe(
      "Total cost / customers = $600.00 / 0: at least $186.19",
    );
  });

  it("splits the change of the cost of a customer into factors that multiply to it", () => {
    const why = whyDiagnosis(reading(compared));
    expect(said(why, "Change")).toBe(
      "CAC +25% since the day before, made of cost per message +5%, reply rate +1%, qualification rate +18%, handoff rate +47%, close rate -32% (they multiply).",
    );
    expect(said(why, "Handoff rate")).toBe(
      "38% beside 55% (the day before): +47% on the cost of a customer.",
    );
  });

  it("counts a response time, and says what is default still", () => {
    const why = whyResponse("first_reply", reading(compared));
    expect(why?.formula).toBe("In time / met or missed = 284 / 400 = 71%");
    expect(said(why, "Default")).toBe("Default hours: nobody has confirmed them yet in the options.");
  });
});

describe("coverage", () => {
  it("is a share each, with the bounds that the untagged leave", () => {
    const some = card({ started: 100, qualified: 40, sourced: 50, spendMinor: 100_000 });
    expect(sayCoverage(some).map(({ name, share }) => `${name} ${share}`)).toEqual([
      "Tagged 40%",
      "Source known 50%",
      "Sender known 100%",
      "Start seen 100%",
    ]);
    expect(sayBounds(reading(some))).toEqual({
      untagged: 60,
      words: ": $10.00 if all were good, $25.00 if all were bad.",
    });
  });

  it("bounds the rate where no cost is known, and nothing where all is tagged", () => {
    expect(sayBounds(reading(card({ started: 40, qualified: 10 })))?.words).toBe(
      ": 100% qualified if all were good, 25% qualified if all were bad.",
    );
    expect(sayBounds(reading(card({ started: 40, qualified: 40 })))).toBeNull();
  });
});

describe("words for amounts", () => {
  it("say who is young, of how many", () => {
    expect([sayYoung(0, 40, 30), sayYoung(12, 40, 30), sayYoung(40, 40, 1)]).toEqual([
      null,
      "12 younger than 30 days",
      "all 40 younger than 1 day",
    ]);
  });

  it("say a length of time in two units at most", () => {
    expect([0, 40_000, 360_000, 12_000_000, 86_400_000, 187_200_000].map(duration)).toEqual([
      "0 s",
      "40 s",
      "6 min",
      "3 h 20 min",
      "24 h",
      "2 d 4 h",
    ]);
  });

  it("say of response times what is not known yet", () => {
    const figures = compared.responseTimes?.handoff;
    if (!figures) throw new Error("no response times");
    expect(
      sayResponse({ ...figures, inTime: { ...figures.inTime, state: "not_enough", needed: 12 } }),
    ).toMatchObject({
      state: "not enough yet, 12 more",
      median: "none yet",
    });
  });
});
