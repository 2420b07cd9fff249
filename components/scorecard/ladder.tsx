import { RUNG_NAMES, RUNGS, type Rung } from "#lib/domain/ladder.ts";
import styles from "./ladder.module.css";
import { isSaidAbove, type Report, tellingOf } from "./reading.ts";
import { countOf, isRate, say } from "./words.ts";

/** Where the full name does not fit. */
const SHORT: Partial<Record<Rung, string>> = {
  costPerQualified: "Cost per qualified",
  costPerHandoff: "Cost per handoff",
};

/** All nine rungs in their order, each with its count and the words of its state; the rates alone where costs are hidden. */
export const Ladder = ({ report }: { report: Report }) => (
  <ol className={styles.ladder} aria-label="The ladder">
    <li className={styles.rung}>
      <span>Started</span>
      <Share of={report.slice.tally.started > 0 ? 1 : 0} />
      <span className={styles.value}>{report.slice.tally.started}</span>
    </li>
    {RUNGS.filter((rung) => isRate(rung) || !report.costsHidden).map((rung) => (
      <RungLine key={rung} rung={rung} report={report} />
    ))}
  </ol>
);

function RungLine({ rung, report }: { rung: Rung; report: Report }) {
  const telling = tellingOf(rung, report);
  const { value, before, state, interval } = say(telling);
  const { figure } = telling;
  const words = [before, value].filter((part) => part !== null).join(" ");
  const count = countOf(telling);
  return (
    <li className={styles.rung} title={interval === null ? count : `${count}; 95 %: ${interval}`}>
      <span title={RUNG_NAMES[rung]}>{SHORT[rung] ?? RUNG_NAMES[rung]}</span>
      {words !== "" && (
        <>
          {isRate(rung) && <Share of={figure.value ?? 0} unsure={figure.state === "not_enough"} />}
          <span className={`${styles.value} ${isRate(rung) ? "" : styles.money}`}>
            {words}
            <small aria-hidden="true"> {isRate(rung) ? figure.numerator : figure.denominator}</small>
            <span className="spoken"> {count}</span>
          </span>
        </>
      )}
      {state !== null && !isSaidAbove(rung, report) && <span className={styles.state}>{state}</span>}
    </li>
  );
}

/** A share drawn; hollow while there are too few to say. */
const Share = ({ of, unsure = false }: { of: number; unsure?: boolean }) => (
  <span className={styles.share} aria-hidden="true">
    <i className={unsure ? styles.hollow : ""} style={{ inlineSize: `${of * 100}%` }} />
  </span>
);
