import { describe, expect, it } from "vitest";
import { NO_TARGETS } from "#lib/domain/diagnosis-shortfall.ts";
import { DEFAULT_KEYWORDS, KeywordRules, LadderGoals } from "#lib/domain/rule-settings.ts";

const rule = (word: string) => ({
  word,
  suggests: { kind: "source" as const, source: { kind: "creator" as const, creator: "anna" } },
});

const escalated = (to: string | null) => ({ word: "refund", suggests: { kind: "handoff", to } });

describe("rules as saved", () => {
  it.each([
    [NO_TARGETS, true],
    [{ ...NO_TARGETS, closeRate: 0.3, costPerMessageMinor: 1_500 }, true],
    [{ ...NO_TARGETS, closeRate: 30 }, false],
    [{ ...NO_TARGETS, costPerMessageMinor: 15.5 }, false],
    [{ closeRate: 0.3 }, false],
  ])("targets %j: %s", (targets, isValid) => {
    expect(LadderGoals.safeParse(targets).success).toBe(isValid);
  });

  it("a word is listened for once, and suggests a source or a handoff", () => {
    expect(KeywordRules.safeParse([rule("skin"), escalated(null), escalated("sales")]).success).toBe(false);
    expect(KeywordRules.safeParse([rule("skin"), escalated("sales")]).success).toBe(true);
    expect(KeywordRules.safeParse([escalated("nobody")]).success).toBe(false);
    expect(KeywordRules.safeParse([rule("été"), rule("ETE")]).success).toBe(false);
    expect(KeywordRules.safeParse(DEFAULT_KEYWORDS).success).toBe(true);
    expect(KeywordRules.safeParse([rule("skin"), rule("hair")]).success).toBe(true);
    expect(KeywordRules.safeParse([rule("skin"), rule("SKIN")]).success).toBe(false);
    expect(KeywordRules.safeParse([rule("")]).success).toBe(false);
  });
});
