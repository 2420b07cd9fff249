import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Calendar, compileHours, WALL_CLOCK } from "#lib/domain/calendar.ts";
import { sentenceOf } from "#lib/errors.ts";
import {
  type Answer,
  answerDeadline,
  answerElapsed,
  answerInHours,
  answerState,
} from "#test/conformance/answer.ts";
import { CASES, type CaseType, isCaseType, Schedule } from "#test/conformance/format.ts";

interface Failure {
  id: string;
  /** What was asked and answered, or what is wrong with the case itself. */
  sentence: string;
}

export interface Outcome {
  passed: number;
  failures: Failure[];
}

/** Runs a case file's text. What cannot be read, or is not named by the format, is a failure of its own. */
export function runCases(text: string): Outcome {
  const outcome: Outcome = { passed: 0, failures: [] };
  const attempt = (id: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      outcome.failures.push({ id, sentence: reasonOf(error) });
    }
  };
  attempt("file", () => {
    const { schedules, ...lists } = z
      .looseObject({ schedules: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(text));
    const calendars = new Map<string, Calendar>();
    for (const [name, schedule] of Object.entries(schedules))
      attempt(`schedule ${name}`, () => calendars.set(name, calendarOf(schedule)));
    for (const [type, list] of Object.entries(lists))
      attempt(type, () => {
        if (!isCaseType(type)) throw new Error(`"${type}" is no type of case.`);
        for (const [index, item] of z.array(z.unknown()).parse(list).entries())
          attempt(nameOf(item) ?? `${type}[${index}]`, () => {
            const { expected, got } = answer(type, item, calendars);
            if (!isDeepStrictEqual(expected, got))
              throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
            outcome.passed += 1;
          });
      });
    if (outcome.passed + outcome.failures.length === 0) throw new Error("There is no case in the file.");
  });
  return outcome;
}

function calendarOf(schedule: unknown): Calendar {
  const { tz, hours, ...dates } = Schedule.parse(schedule);
  return compileHours({ timeZone: tz, weekly: hours, ...dates });
}

function answer(type: CaseType, item: unknown, calendars: ReadonlyMap<string, Calendar>): Answer {
  const on = (schedule: string | null) => {
    const calendar = schedule === null ? WALL_CLOCK : calendars.get(schedule);
    if (!calendar) throw new Error(`There is no usable schedule "${schedule}".`);
    return calendar;
  };
  switch (type) {
    case "deadline": {
      const asked = CASES.deadline.parse(item);
      return answerDeadline(asked, on(asked.schedule));
    }
    case "elapsed": {
      const asked = CASES.elapsed.parse(item);
      return answerElapsed(asked, on(asked.schedule));
    }
    case "in_hours": {
      const asked = CASES.in_hours.parse(item);
      return answerInHours(asked, on(asked.schedule));
    }
    case "state":
      return answerState(CASES.state.parse(item));
  }
}

function nameOf(item: unknown): string | null {
  const { data } = z.looseObject({ id: z.string() }).safeParse(item);
  return data?.id ?? null;
}

const reasonOf = (error: unknown): string =>
  error instanceof z.ZodError
    ? error.issues.map(({ path, message }) => `${path.join(".") || "case"}: ${message}`).join("; ")
    : sentenceOf(error);
