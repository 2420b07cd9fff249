import type { Rung } from "#lib/domain/ladder.ts";
import styles from "./costs.module.css";
import { isSaidAbove, type Report, tellingOf } from "./reading.ts";
import { say } from "./words.ts";

const COSTS: [Rung, string][] = [
  ["costPerMessage", "Per message"],
  ["costPerHandoff", "Per handoff"],
  ["cac", "CAC"],
];

/** The three costs beside the headline. */
export const Costs = ({ report }: { report: Report }) => (
  <dl className={styles.costs}>
    {COSTS.map(([rung, name]) => {
      const { value, before, state } = say(tellingOf(rung, report));
      return (
        <div key={rung}>
          <dt>{name}</dt>
          <dd>
            {before !== null && <small>{before} </small>}
            {value !== null && <b>{value}</b>}
            {state !== null && !isSaidAbove(rung, report) && <small className={styles.state}>{state}</small>}
          </dd>
        </div>
      );
    })}
  </dl>
);
