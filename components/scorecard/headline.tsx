import { type Basis, type Rung, RUNG_NAMES } from "#lib/domain/ladder.ts";
import { Button } from "#components/ui/button.tsx";
import styles from "./headline.module.css";
import { IntervalBar } from "./interval-bar.tsx";
import { basisOf, type Report, tellingOf } from "./reading.ts";
import { say, shareOf } from "./words.ts";

/** Whoever may not see costs reads how many become qualified. */
const rungOf = ({ costsHidden }: Report): Rung => (costsHidden ? "qualificationRate" : "costPerQualified");

const BASIS_WORDS: Record<Basis, string> = {
  attributed: "Attributed: conversations from the ads that were paid for",
  blended: "Blended: the money over all conversations, a lower bound",
};

const OTHER_WORDS: Record<Basis, string> = { attributed: "Attributed", blended: "Blended over all" };

export interface HeadlineProps {
  report: Report;
  /** Null for whoever may not import what the ads cost. */
  onImport: (() => void) | null;
}

/** Cost per qualified conversation, large: how much, how sure, of how many, on which basis. */
export function Headline({ report, onImport }: HeadlineProps) {
  const { slice } = report;
  const rung = rungOf(report);
  const basis = basisOf(rung, slice);
  const telling = tellingOf(rung, report);
  const said = say(telling);
  const { low, high, value } = telling.figure;
  const { qualified, started } = basis === "attributed" ? slice.attributed : slice.tally;
  return (
    <section className={styles.headline} aria-label={RUNG_NAMES[rung]}>
      <h2 className={styles.name}>{RUNG_NAMES[rung]}</h2>
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
      {rung === "qualificationRate" ? (
        <p className={styles.basis}>Costs and revenue are for managers.</p>
      ) : slice.spendMinor === null ? (
        onImport && (
          <div className={styles.step}>
            <Button onPress={onImport}>Import what the ads cost</Button>
          </div>
        )
      ) : (
        <p className={styles.basis}>
          {BASIS_WORDS[basis]}.{" "}
          <Other report={report} basis={basis === "attributed" ? "blended" : "attributed"} />
        </p>
      )}
    </section>
  );
}

/** The same rung on the other basis, in small. */
function Other({ report, basis }: { report: Report; basis: Basis }) {
  const { value, before, state } = say(tellingOf("costPerQualified", report, basis));
  const words = [before, value].filter((part) => part !== null).join(" ");
  return (
    <>
      {OTHER_WORDS[basis]}: {words === "" ? state : words}.
    </>
  );
}
