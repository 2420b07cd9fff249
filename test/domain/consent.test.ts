import { describe, expect, it } from "vitest";
import { consentOf } from "#lib/domain/consent.ts";
import { event, MINUTE, MONDAY } from "#test/domain/story.ts";

const given = event("consent_given", MONDAY, { what: "marketing", until: MONDAY + 1 });
const stop = event("consent_withdrawn", MONDAY + MINUTE, { target: given.id });
const again = event("consent_given", MONDAY + 2 * MINUTE, { what: "marketing" });

describe("consent", () => {
  it("is none until given, and given until withdrawn", () => {
    expect(consentOf([], "marketing")).toEqual({ state: "none" });
    expect(consentOf([given], "marketing")).toEqual({ state: "given", until: MONDAY + 1 });
    expect(consentOf([given], "notifications")).toEqual({ state: "none" });
    expect(consentOf([stop, given], "marketing")).toEqual({ state: "withdrawn" });
  });

  it("may be given again; a stop after that holds, whichever it names", () => {
    expect(consentOf([again, given, stop], "marketing")).toEqual({ state: "given", until: null });
    const late = event("consent_withdrawn", MONDAY + 3 * MINUTE, { target: given.id });
    expect(consentOf([late, again, given], "marketing")).toEqual({ state: "withdrawn" });
  });

  it("recorded by mistake was never given", () => {
    const undo = event("withdrawn", MONDAY + MINUTE, { target: given.id });
    expect(consentOf([given, undo], "marketing")).toEqual({ state: "none" });
    const undoStop = event("withdrawn", MONDAY + 2 * MINUTE, { target: stop.id });
    expect(consentOf([given, stop, undoStop], "marketing")).toMatchObject({ state: "given" });
  });
});
