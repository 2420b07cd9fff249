import type { Basis } from "#lib/domain/ladder.ts";
import { RUNG_NAMES } from "#lib/domain/ladder.ts";
import styles from "./headline.module.css";
import { IntervalBar } from "./interval-bar.tsx";
import { type Report, tellingOf } from "./reading.ts";
import { say, shareOf } from "./words.ts";

const RUNG = "costPerQualified";

const BASIS_WORDS: Record<Basis, string> = {
  attributed: "Attributed: conversations from the ads that were paid for",
  blended: "Blended: the money over all conversations, a lower bound",
};

/** Cost per qualified conversation, large: how much, how sure, of how many, on which basis. */
export function Headline({ report }: { report: Report }) {
  const { slice } = report;
  const basis = slice.ladder.headline;
  const telling = tellingOf(RUNG, report);
  const said = say(telling);
  const { low, high, value } = telling.figure;
  const { qualified, started } = basis === "attributed" ? slice.attributed : slice.tally;
  return (
    <section className={styles.headline} aria-label={RUNG_NAMES[RUNG]}>
      <h2 className={styles.name}>{RUNG_NAMES[RUNG]}</h2>
      <p className={`${styles.value} ${said.state === null ? "" : styles.unsure}`}>
        {said.before !== null && <small>{said.before} </small>}
        {said.value ?? said.state}
      </p>
      {said.value !== null && said.state !== null && <p className={styles.state}>{said.state}</p>}
      {low !== null && <IntervalBar low={low} high={high} value={value} />}
      <p className={styles.note}>
        {said.interval !== null && <span>95 %: {said.interval}</span>}
        <span>
          {qualified} qualified of {started}
        </span>
        <span>source known for {shareOf(slice.tally.sourceKnown, slice.tally.all)}</span>
      </p>
      <p className={styles.note}>
        <span>{BASIS_WORDS[basis]}</span>
        <Other report={report} basis={basis === "attributed" ? "blended" : "attributed"} />
      </p>
    </section>
  );
}

/** The same rung on the other basis, in small. */
function Other({ report, basis }: { report: Report; basis: Basis }) {
  const { value, before, state } = say(tellingOf(RUNG, report, basis));
  const words = [before, value].filter((part) => part !== null).join(" ");
  return (
    <span>
      {basis}: {words === "" ? state : words}
    </span>
  );
}
