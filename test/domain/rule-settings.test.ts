import { describe, expect, it } from "vitest";
import { NO_TARGETS } from "#lib/domain/diagnosis-shortfall.ts";
import { KeywordRules, LadderGoals } from "#lib/domain/rule-settings.ts";

const rule = (word: string) => ({ word, source: { kind: "creator" as const, creator: "anna" } });

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

  it("a word is announced once", () => {
    expect(KeywordRules.safeParse([rule("skin"), rule("hair")]).success).toBe(true);
    expect(KeywordRules.safeParse([rule("skin"), rule("SKIN")]).success).toBe(false);
    expect(KeywordRules.safeParse([rule("")]).success).toBe(false);
  });
});
