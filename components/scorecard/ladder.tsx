import { RUNG_NAMES, RUNGS, type Rung } from "#lib/domain/ladder.ts";
import { sayDiagnosis } from "./diagnosis-words.ts";
import { Explained } from "./explained.tsx";
import styles from "./ladder.module.css";
import { count } from "./numbers.ts";
import { basisOf, isSaidAbove, type Reading, tallyOn, tellingOf } from "./reading.ts";
import { Share } from "./share.tsx";
import { whyStarted } from "./why-coverage.ts";
import { whyRung } from "./why-rung.ts";
import { countOf, inShort, isRate, say } from "./words.ts";
import { youngHits } from "./young.ts";

/** Where the full name does not fit. */
const SHORT: Partial<Record<Rung, string>> = {
  costPerQualified: "Cost per qualified",
  costPerHandoff: "Cost per handoff",
};

/** All nine rungs in their order, each with its count and the words of its state; the rates alone where costs are hidden. */
export function Ladder({ reading }: { reading: Reading }) {
  const { slice, card } = reading;
  const { started, immature } = slice.tally;
  const weakest = slice === card.total ? sayDiagnosis(card).weakest : null;
  return (
    <ol className={styles.ladder} aria-label="The ladder">
      <li className={styles.rung}>
        <span>Started</span>
        <Share of={started} hits={started} young={immature} />
        <span className={styles.value}>
          <Explained why={() => whyStarted(reading)}>{count(started)}</Explained>
        </span>
      </li>
      {RUNGS.filter((rung) => isRate(rung) || !card.costsHidden).map((rung) => (
        <RungLine key={rung} rung={rung} reading={reading} isWeakest={rung === weakest} />
      ))}
    </ol>
  );
}

interface RungLineProps {
  rung: Rung;
  reading: Reading;
  isWeakest: boolean;
}

function RungLine({ rung, reading, isWeakest }: RungLineProps) {
  const telling = tellingOf(rung, reading);
  const said = say(telling);
  const { numerator, denominator } = telling.figure;
  const { state, interval } = said;
  const words = said.value === null ? "" : inShort(said);
  const counted = countOf(telling);
  const tally = tallyOn(basisOf(rung, reading.slice), reading.slice);
  return (
    <li
      className={`${styles.rung} ${isWeakest ? styles.weakest : ""}`}
      title={interval === null ? counted : `${counted}; 95 %: ${interval}`}
    >
      <span title={RUNG_NAMES[rung]}>
        {SHORT[rung] ?? RUNG_NAMES[rung]}
        {isWeakest && <span className="spoken">, the weakest</span>}
      </span>
      {words !== "" && (
        <>
          {isRate(rung) && (
            <Share
              of={denominator}
              hits={numerator ?? 0}
              young={youngHits(rung, tally)}
              isHatched={isWeakest}
            />
          )}
          <span className={`${styles.value} ${isRate(rung) ? "" : styles.money}`}>
            <Explained why={() => whyRung(rung, reading)}>{words}</Explained>
            <small aria-hidden="true"> {count((isRate(rung) ? numerator : denominator) ?? 0)}</small>
            <span className="spoken"> {counted}</span>
          </span>
        </>
      )}
      {state !== null && (words === "" || !isSaidAbove(rung, reading)) && (
        <span className={styles.state}>
          {words === "" ? <Explained why={() => whyRung(rung, reading)}>{state}</Explained> : state}
        </span>
      )}
    </li>
  );
}
