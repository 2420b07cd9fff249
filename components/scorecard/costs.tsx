import type { Rung } from "#lib/domain/ladder.ts";
import { ChangeLine } from "./change-line.tsx";
import styles from "./costs.module.css";
import { Explained } from "./explained.tsx";
import { isSaidAbove, type Reading, tellingOf } from "./reading.ts";
import { whyRung } from "./why-rung.ts";
import { say } from "./words.ts";

const COSTS: [Rung, string][] = [
  ["costPerMessage", "Per message"],
  ["costPerHandoff", "Per handoff"],
  ["cac", "CAC"],
];

/** The three costs beside the headline. */
export const Costs = ({ reading }: { reading: Reading }) => (
  <dl className={styles.costs}>
    {COSTS.map(([rung, name]) => {
      const { value, before, state } = say(tellingOf(rung, reading));
      return (
        <div key={rung}>
          <dt>{name}</dt>
          <dd>
            <Explained why={() => whyRung(rung, reading)}>
              {before !== null && <small>{before} </small>}
              {value === null ? <small>{state}</small> : <b>{value}</b>}
            </Explained>
            {value !== null && state !== null && !isSaidAbove(rung, reading) && (
              <small className={styles.state}>{state}</small>
            )}
            <ChangeLine rung={rung} card={reading.card} isShort />
          </dd>
        </div>
      );
    })}
  </dl>
);
