import { type Basis, type Rung, RUNG_NAMES } from "#lib/domain/ladder.ts";
import { Button } from "#components/ui/button.tsx";
import { sayYoung } from "./change-words.ts";
import { ChangeLine } from "./change-line.tsx";
import { Explained } from "./explained.tsx";
import styles from "./headline.module.css";
import { IntervalBar } from "./interval-bar.tsx";
import { count, shareOf } from "./numbers.ts";
import { basisOf, matureDays, type Reading, tallyOn, tellingOf } from "./reading.ts";
import { whyRung } from "./why-rung.ts";
import { inShort, say } from "./words.ts";

/** Whoever may not see costs reads how many become qualified. */
const rungOf = ({ card }: Reading): Rung => (card.costsHidden ? "qualificationRate" : "costPerQualified");

const BASIS_WORDS: Record<Basis, string> = {
  attributed: "Attributed: conversations from the ads that were paid for",
  blended: "Blended: the money over all conversations, a lower bound",
};

const OTHER_WORDS: Record<Basis, string> = { attributed: "Attributed", blended: "Blended over all" };

export interface HeadlineProps {
  reading: Reading;
  /** Null for whoever may not import what the ads cost. */
  onImport: (() => void) | null;
}

/** Cost per qualified conversation, large: how much, how sure, of how many, on which basis, and how it moved. */
export function Headline({ reading, onImport }: HeadlineProps) {
  const { slice, card } = reading;
  const rung = rungOf(reading);
  const basis = basisOf(rung, slice);
  const telling = tellingOf(rung, reading);
  const said = say(telling);
  const { low, high, value } = telling.figure;
  const { qualified, started, immature } = tallyOn(basis, slice);
  const young = sayYoung(immature, started, matureDays(card));
  return (
    <section className={styles.headline} aria-label={RUNG_NAMES[rung]}>
      <h2 className={styles.name}>{RUNG_NAMES[rung]}</h2>
      <p className={`${styles.value} ${said.state === null ? "" : styles.unsure}`}>
        <Explained why={() => whyRung(rung, reading)}>
          {said.before !== null && <small>{said.before} </small>}
          {said.value ?? said.state}
        </Explained>
      </p>
      {said.value !== null && said.state !== null && <p className={styles.state}>{said.state}</p>}
      <ChangeLine rung={rung} card={card} />
      {low !== null && <IntervalBar low={low} high={high} value={value} isYoung={immature === started} />}
      <p className={styles.note}>
        {said.interval !== null && <span>95 %: {said.interval}</span>}
        <span>
          {count(qualified)} qualified of {count(started)}
        </span>
        {young !== null && <span>{young}</span>}
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
          <Other reading={reading} basis={basis === "attributed" ? "blended" : "attributed"} />
        </p>
      )}
    </section>
  );
}

/** The same rung on the other basis, in small. */
const Other = ({ reading, basis }: { reading: Reading; basis: Basis }) => (
  <>
    {OTHER_WORDS[basis]}: {inShort(say(tellingOf("costPerQualified", reading, basis)))}.
  </>
);
