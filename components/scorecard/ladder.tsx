import { RUNG_NAMES, RUNGS, type Rung } from "#lib/domain/ladder.ts";
import styles from "./ladder.module.css";
import { type Report, tellingOf } from "./reading.ts";
import { countOf, isRate, say } from "./words.ts";

/** Where the full name does not fit. */
const SHORT: Partial<Record<Rung, string>> = {
  costPerQualified: "Cost per qualified",
  costPerHandoff: "Cost per handoff",
  revenuePerConversation: "Revenue each",
};

/** All nine rungs in their order, each with its count and the words of its state. */
export const Ladder = ({ report }: { report: Report }) => (
  <ol className={styles.ladder} aria-label="The ladder">
    <li className={styles.rung}>
      <span>Started</span>
      <Share of={report.slice.tally.started > 0 ? 1 : 0} />
      <span className={styles.value}>{report.slice.tally.started}</span>
    </li>
    {RUNGS.map((rung) => (
      <RungLine key={rung} rung={rung} report={report} />
    ))}
  </ol>
);

function RungLine({ rung, report }: { rung: Rung; report: Report }) {
  const telling = tellingOf(rung, report);
  const { value, before, state, interval } = say(telling);
  const { figure } = telling;
  const words = [before, value].filter((part) => part !== null).join(" ");
  const isSaid = figure.state !== "no_data";
  const count = countOf(telling);
  return (
    <li className={styles.rung} title={interval === null ? count : `${count}; 95 %: ${interval}`}>
      <span title={RUNG_NAMES[rung]}>{SHORT[rung] ?? RUNG_NAMES[rung]}</span>
      {words === "" || !isRate(rung) ? (
        <span className={styles.state}>{state}</span>
      ) : (
        <Share of={figure.value ?? 0} unsure={figure.state === "not_enough"} />
      )}
      <span className={styles.value}>
        {words}
        {isSaid && <small aria-hidden="true"> {isRate(rung) ? figure.numerator : figure.denominator}</small>}
        {isSaid && <span className="spoken"> {count}</span>}
      </span>
      {isRate(rung) && state !== null && words !== "" && <span className={styles.below}>{state}</span>}
    </li>
  );
}

/** A share drawn; hollow while there are too few to say. */
const Share = ({ of, unsure = false }: { of: number; unsure?: boolean }) => (
  <span className={styles.share} aria-hidden="true">
    <i className={unsure ? styles.hollow : ""} style={{ inlineSize: `${of * 100}%` }} />
  </span>
);
