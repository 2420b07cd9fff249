import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heardIn } from "#lib/domain/keyword.ts";
import { cleanRef, refOfLink, sourceOfRef } from "#lib/domain/ref.ts";

const hears = (text: string, word: string) => heardIn(text, [{ word }]).length === 1;

describe("a word that the team listens for", () => {
  it.each([
    ["SKIN", "skin please", true],
    ["skin", "I saw your video, SKIN!", true],
    ["SKIN", "ＳＫＩＮ", true],
    ["SKIN", "skincare?", false],
    ["SKIN", "moleskin", false],
    ["SKIN", "skin_2", false],
    ["skin", "skincare and skin", true],
    ["price", "the price's fine", true],
    ["price", "nice.price?how much", true],
    ["glow up", "can I get the Glow\n Up deal", true],
    ["#glow", "try #glow now", true],
    ["🔥", "yes🔥🔥", true],
    ["❤️", "I ❤ it", true],
    ["", "anything", false],
    ["\u200b", "anything", false],
  ])("%j in %j: %s", (word, text, expected) => {
    expect(hears(text, word)).toBe(expected);
  });

  it.each([
    ["été", "mon ÉTÉ", true],
    ["precio", "¿PRÉCIO?", true],
    ["größe", "welche GROESSE", false],
    ["große", "GROSSE Auswahl", true],
    ["İade", "iade istiyorum", true],
    ["iade", "İADE", true],
    ["λόγος", "ΛΟΓΟΣ", true],
    ["возврат", "ВОЗВРАТ, пожалуйста", true],
    ["giá", "gia bao nhieu", true],
  ])("in any case, with or without accents: %j in %j: %s", (word, text, expected) => {
    expect(hears(text, word)).toBe(expected);
  });

  it.each([
    ["护肤", "我要护肤吗", true],
    ["退款", "我想申请退款流程", true],
    ["SKIN", "私はSKINが欲しい", true],
    ["返金", "返金したいです", true],
    ["キン", "スキンケア", false],
    ["คืนเงิน", "ฉันต้องการคืนเงินครับ", true],
    ["환불", "환불해주세요", true],
    ["불해", "환불해주세요", false],
  ])("where words stand without spaces: %j in %j: %s", (word, text, expected) => {
    expect(hears(text, word)).toBe(expected);
  });

  it.each([
    ["استرداد", "أريد اسْتِرْداد المبلغ", true],
    ["استرداد", "أريد استـــرداد", true],
    ["החזר", "אני רוצה הֶחְזֵר בבקשה", true],
    ["price", "\u202Eprice\u202C كم", true],
    ["سعر", "كم السعر", false],
  ])("written from right to left: %j in %j: %s", (word, text, expected) => {
    expect(hears(text, word)).toBe(expected);
  });

  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const text = fc.array(fc.oneof(word, fc.constantFrom(" ", ", ", "!", "-", "\n")), { maxLength: 30 });
  it("stands by itself: nothing more and nothing less than the words of a text", () => {
    fc.assert(
      fc.property(text, fc.array(word, { minLength: 1, maxLength: 5 }), (parts, words) => {
        const said = parts.join("");
        const alone = new Set(said.split(/[^a-z]+/));
        const rules = [...new Set([...words, parts[0]?.trim() || "x"])].filter((one) => /^[a-z]+$/.test(one));
        const heard = heardIn(
          said,
          rules.map((one) => ({ word: one.toUpperCase() })),
        );
        expect(heard.map((rule) => rule.word.toLowerCase())).toEqual(rules.filter((one) => alone.has(one)));
      }),
    );
  });

  it("is heard in any text of any script that says it between two spaces, and nothing makes it throw", () => {
    const any = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(
      fc.property(any, any, (before, after) => {
        expect(hears(`${before} refund ${after}`, "refund")).toBe(true);
        heardIn(before, [{ word: after }]);
      }),
    );
  });

  it("costs little, however long and repetitive the text and the rules are", () => {
    const rules = Array.from({ length: 1_000 }, (_, index) => ({ word: "a".repeat(1 + (index % 60)) }));
    const started = performance.now();
    expect(heardIn("a".repeat(2_000_000), rules)).toEqual([]);
    expect(heardIn("ﷺ".repeat(100_000), rules)).toEqual([]);
    expect(heardIn("กา".repeat(100_000), [{ word: "กา".repeat(30) + "x" }])).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
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
