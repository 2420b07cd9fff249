import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileHours } from "#lib/domain/calendar.ts";
import { fieldsOf, fillMacro, macroText, type MacroValues, parseMacro } from "#lib/domain/macro.ts";
import { handoffEta } from "#lib/domain/macro-variable.ts";

const known: MacroValues = {
  "customer.first_name": "ana maria",
  "customer.name": null,
  "order.count": 0,
  "order.paid": false,
  "page.name": "",
};
const fill = (template: string, answers: MacroValues = {}) => fillMacro(parseMacro(template), known, answers);

describe("a macro", () => {
  it.each([
    ["Hi {{customer.first_name|there}}!", "Hi ana maria!"],
    ["Hi {{customer.name|there}}!", "Hi there!"],
    ["Hi {{ customer.first_name | title | there }}!", "Hi Ana Maria!"],
    ["{{customer.first_name|first_word|upper}}", "ANA"],
    ["{{order.count}} open, paid: {{order.paid}}", "0 open, paid: false"],
    ["{{customer.name|}}.", "."],
    ["no placeholder }} at all {", "no placeholder }} at all {"],
    ["", ""],
  ])("%j becomes %j", (template, text) => {
    expect(macroText(fill(template))).toBe(text);
  });

  it.each([
    ["{{custmer.name}}", "unknown_variable"],
    ["{{custmer.name|there}}", "unknown_variable"],
    ["{{toString}}", "unknown_variable"],
    ["{{customer.name}}", "no_value"],
    ["{{page.name}}", "no_value"],
    ["{{customer.name|here|there}}", "two_fallbacks"],
    ["{{ }}", "no_name"],
    ["{{ask:}}", "no_name"],
    ["{{customer.first_name", "unclosed"],
    ["{{ask:size}}", "not_answered"],
  ])("%s is an error where it stands, never an empty string", (template, problem) => {
    const pieces = fill(`a ${template}`);
    expect(pieces).toEqual([
      { kind: "text", text: "a " },
      { kind: "error", source: template, problem },
    ]);
    expect(macroText(pieces)).toBeNull();
  });

  it("asks for its fields, each once, and puts the answers in", () => {
    const template = "{{ask:size}} in {{ask:colour|blue}}, size {{ask:size|upper}}, {{ask:count}}";
    expect(fieldsOf(parseMacro(template))).toEqual([
      { name: "size", fallback: null },
      { name: "colour", fallback: "blue" },
      { name: "count", fallback: null },
    ]);
    expect(macroText(fill(template, { size: "xl", count: 0 }))).toBe("xl in blue, size XL, 0");
  });

  it("loses nothing of what was written", () => {
    const words = fc.constantFrom("{{", "}}", "|", "ask:", "x", " ", "{", "}", "é");
    fc.assert(
      fc.property(
        fc.array(words).map((parts) => parts.join("")),
        (template) => {
          const written = parseMacro(template).map((segment) =>
            segment.kind === "text" ? segment.text : segment.source,
          );
          expect(written.join("")).toBe(template);
        },
      ),
    );
  });
});

describe("handoff.eta", () => {
  const calendar = compileHours({
    timeZone: "Europe/Berlin",
    weekly: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]])),
    holidays: ["2024-01-22", "2024-01-23", "2024-01-24", "2024-01-25"],
  });
  const eta = (now: string, minutes: number, locale = "en-GB") =>
    handoffEta({
      calendar,
      targetMs: minutes * 60_000,
      now: Date.parse(now),
      timeZone: "Europe/Berlin",
      locale,
    });

  it.each([
    ["2024-01-15T10:00:00+01:00", 30, /^10:30$/],
    ["2024-01-15T16:45:00+01:00", 30, /^Tuesday 0?9:15$/],
    ["2024-01-19T16:45:00+01:00", 30, /^26 January.* 0?9:15$/],
  ])("at %s with %i minutes is %s", (now, minutes, text) => {
    expect(eta(now, minutes)).toMatch(text);
  });

  it("speaks the customer's language", () => {
    expect(eta("2024-01-15T16:45:00+01:00", 30, "de")).toContain("Dienstag");
  });

  it("is not known where the hours are never open", () => {
    const never = compileHours({ timeZone: "UTC", weekly: {} });
    expect(handoffEta({ calendar: never, targetMs: 1, now: 0, timeZone: "UTC", locale: "en" })).toBeNull();
  });
});
