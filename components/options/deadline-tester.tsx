import { useState } from "react";
import { compileHours } from "#lib/domain/calendar.ts";
import { explainDeadline } from "#lib/domain/calendar-explain.ts";
import type { Hours } from "#lib/domain/calendar-hours.ts";
import { instantOf } from "#lib/domain/day.ts";
import { Field } from "#components/ui/field.tsx";
import styles from "./deadline-tester.module.css";
import { parseDuration } from "./duration-text.ts";
import { instantWords, sayStep } from "./explain-words.ts";

export interface DeadlineTesterProps {
  /** As typed, saved or not; null while something is wrong with them. */
  hours: Hours | null;
  /** The day that is tried first. */
  today: string;
  /** What is tried first: "15 min". */
  target: string;
}

/** When an answer would be due, and why then: with the hours as they stand in the form. */
export function DeadlineTester({ hours, today, target: usual }: DeadlineTesterProps) {
  const [day, setDay] = useState(today);
  const [time, setTime] = useState("16:50");
  const [typed, setTyped] = useState(usual);
  const target = parseDuration(typed);
  const problem = target.ok
    ? target.value === null
      ? "Type how long, as 15 min."
      : undefined
    : target.sentence;
  const seconds = target.ok ? target.value : null;
  const isAsked = hours !== null && seconds !== null && day !== "" && time !== "";
  return (
    <section className={styles.tester} aria-label="Explain a deadline">
      <h3>Explain a deadline</h3>
      <div className={styles.fields}>
        <Field label="The customer writes on" type="date" value={day} onText={setDay} />
        <Field label="At" type="time" value={time} onText={setTime} />
        <Field label="Answer within" value={typed} onText={setTyped} problem={problem} />
      </div>
      {isAsked ? (
        <Answer hours={hours} start={instantOf(day, time, hours.timeZone)} target={seconds * 1000} />
      ) : (
        <p>Once the hours, the day and the target can be read, this says when the answer is due.</p>
      )}
    </section>
  );
}

function Answer({ hours, start, target }: { hours: Hours; start: number; target: number }) {
  const { deadline, steps } = explainDeadline(compileHours(hours), start, target);
  const zone = hours.timeZone;
  return (
    <>
      <output>{deadline === null ? "Never due." : `Due ${instantWords(deadline, zone)}.`}</output>
      <ol>
        {steps.map((step) => {
          const { when, what } = sayStep(step, zone);
          return (
            <li key={`${step.kind} ${when}`}>
              <span>{when}</span>
              <span>{what}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
