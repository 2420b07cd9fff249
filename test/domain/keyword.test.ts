import { describe, expect, it } from "vitest";
import { type KeywordRule, keywordIn } from "#lib/domain/keyword.ts";
import { cleanRef, refOfLink, sourceOfRef } from "#lib/domain/ref.ts";

const rule = (word: string, creator = "anna"): KeywordRule => ({
  word,
  source: { kind: "creator", creator },
});

describe("an announced word", () => {
  it.each([
    ["SKIN", "skin please", true],
    ["skin", "I saw your video, SKIN!", true],
    ["SKIN", "ＳＫＩＮ", true],
    ["SKIN", "skincare?", false],
    ["SKIN", "moleskin", false],
    ["SKIN", "skin_2", false],
    ["skin", "skincare and skin", true],
    ["glow up", "can I get the Glow Up deal", true],
    ["#glow", "try #glow now", true],
    ["été", "mon ÉTÉ", true],
    ["护肤", "我要护肤吗", true],
    ["🔥", "yes🔥🔥", true],
    ["", "anything", false],
  ])("%j in %j: %s", (word, text, expected) => {
    expect(keywordIn(text, [rule(word)]) !== null).toBe(expected);
  });

  it("of two creators is nobody's; two words of one creator are theirs", () => {
    expect(keywordIn("skin or hair", [rule("skin"), rule("hair", "ben")])).toBeNull();
    expect(keywordIn("skin or hair", [rule("skin"), rule("hair")])?.source).toEqual({
      kind: "creator",
      creator: "anna",
    });
    expect(keywordIn("neither", [rule("skin")])).toBeNull();
  });
});

describe("a link's ref", () => {
  it.each([
    ["https://m.me/hoodies?ref=creator.anna", "creator.anna"],
    ["m.me/hoodies?ref=story%2B1", "story+1"],
    ["https://www.facebook.com/messages/t/1?ref=bio", "bio"],
    ["https://ig.me/m/hoodies?ref=bio", "bio"],
    ["https://m.me/hoodies", null],
    ["https://m.me/hoodies?ref=", null],
    [`https://m.me/hoodies?ref=${"x".repeat(401)}`, null],
    ["https://m.me/hoodies?ref=a%00b", null],
    ["https://evil-m.me/hoodies?ref=x", null],
    ["not a link", null],
  ])("%s", (link, ref) => {
    expect(refOfLink(link)).toBe(ref);
  });

  it.each([
    ["creator.anna", { kind: "creator", creator: "anna" }],
    ["Campaign:Spring 26", { kind: "campaign", campaign: "Spring 26" }],
    ["ad=120246504706250534", { kind: "ad", ad: "120246504706250534" }],
    ["ad=summer", { kind: "ref", ref: "ad=summer" }],
    ["creators", { kind: "ref", ref: "creators" }],
    ["creator. ", { kind: "ref", ref: "creator. " }],
    ["bio-link", { kind: "ref", ref: "bio-link" }],
  ])("%j names %j", (ref, source) => {
    expect(sourceOfRef(ref)).toEqual(source);
  });

  it("is trimmed before it is kept", () => {
    expect(cleanRef("  bio ")).toBe("bio");
    expect(cleanRef(null)).toBeNull();
  });
});
