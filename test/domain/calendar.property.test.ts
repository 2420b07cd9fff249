import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileHours } from "#lib/domain/calendar.ts";
import { minute, type Setting, settings } from "#test/domain/arbitrary-hours.ts";
import { countMinutes, MINUTE, minutesOf, walk } from "#test/domain/calendar-oracle.ts";

const DAYS = 24;

const asked = fc
  .record({
    setting: settings,
    start: minute,
    length: minute,
    target: fc.integer({ min: 0, max: 3000 }),
    pauses: fc.array(fc.tuple(minute, fc.integer({ min: 0, max: 600 })), { maxLength: 3 }),
  })
  .map(({ setting, start, length, target, pauses }) => {
    const base = setting.around.subtract({ days: 1 }).toZonedDateTime("UTC").epochMilliseconds;
    const at = (minutes: number) => base + minutes * MINUTE;
    return {
      setting,
      start: at(start),
      end: at(start + length),
      target,
      pauses: pauses.map(([from, long]) => ({ from: at(from), to: at(from + long) })),
    };
  });

const laidOut = ({ hours, around }: Setting) => minutesOf(hours, around.subtract({ days: 2 }), DAYS);

describe("the calendar beside a walk through every minute", () => {
  it("counts the same open time", () => {
    fc.assert(
      fc.property(asked, ({ setting, start, end, pauses }) => {
        const counted = countMinutes(laidOut(setting), start, end, pauses);
        expect(compileHours(setting.hours).elapsed(start, end, pauses)).toBe(counted * MINUTE);
      }),
      { numRuns: 150 },
    );
  });

  it("finds the same deadline, and the same next opening", () => {
    fc.assert(
      fc.property(asked, ({ setting, start, target, pauses }) => {
        const minutes = laidOut(setting);
        const calendar = compileHours(setting.hours);
        for (const open of [target, 0]) {
          const due = walk(minutes, start, open, pauses);
          fc.pre(due !== undefined);
          expect(calendar.deadline(start, open * MINUTE, pauses)).toBe(due);
        }
        const next = walk(minutes, start, 0, pauses);
        expect(calendar.nextOpening(start, pauses)).toBe(next);
      }),
      { numRuns: 150 },
    );
  });

  it("is open in the same minutes", () => {
    fc.assert(
      fc.property(asked, ({ setting, start }) => {
        const minutes = laidOut(setting);
        expect(compileHours(setting.hours).openAt(start)).toBe(
          minutes.open[(start - minutes.start) / MINUTE],
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe("what must hold of any calendar", () => {
  it("adds up: a stretch is the sum of its parts, and longer is never less", () => {
    fc.assert(
      fc.property(
        asked,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ setting, start, end, pauses }, share) => {
          const calendar = compileHours(setting.hours);
          const middle = start + Math.floor((end - start) * share);
          const [left, right] = [
            calendar.elapsed(start, middle, pauses),
            calendar.elapsed(middle, end, pauses),
          ];
          expect(left + right).toBe(calendar.elapsed(start, end, pauses));
          expect(left).toBeLessThanOrEqual(left + right);
          expect(left + right).toBeLessThanOrEqual(end - start);
        },
      ),
    );
  });

  it("turns over: so much time has passed at the deadline, and not a millisecond before", () => {
    fc.assert(
      fc.property(asked, ({ setting, start, target, pauses }) => {
        const calendar = compileHours(setting.hours);
        const due = calendar.deadline(start, target * MINUTE, pauses);
        fc.pre(due !== null);
        expect(calendar.elapsed(start, due, pauses)).toBe(target * MINUTE);
        const [justBefore, justAfter] = [due - 1, due + 1].map((at) => calendar.elapsed(start, at, pauses));
        expect(target > 0 ? justBefore : justAfter).toBe(target > 0 ? target * MINUTE - 1 : 1);
      }),
    );
  });

  it("turns back: on open time the deadline of what passed is where one stands", () => {
    fc.assert(
      fc.property(asked, ({ setting, start, end }) => {
        const calendar = compileHours(setting.hours);
        const open = calendar.nextOpening(end);
        fc.pre(open !== null && open >= start);
        expect(calendar.deadline(start, calendar.elapsed(start, open + 1))).toBe(open + 1);
      }),
    );
  });

  it("answers the same whatever it was asked before", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: -20, max: 40 }), ({ setting, start, target, pauses }, years) => {
        const [fresh, used] = [compileHours(setting.hours), compileHours(setting.hours)];
        used.elapsed(start, start + years * 366 * 1440 * MINUTE);
        used.openAt(start + years * 366 * 1440 * MINUTE);
        expect(used.deadline(start, target * MINUTE, pauses)).toBe(
          fresh.deadline(start, target * MINUTE, pauses),
        );
      }),
      { numRuns: 60 },
    );
  });
});
