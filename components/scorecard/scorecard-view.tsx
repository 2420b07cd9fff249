import type { ReportRange } from "#lib/domain/report-range.ts";
import type { ScorecardReply } from "#lib/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Costs } from "./costs.tsx";
import { Coverage } from "./coverage.tsx";
import { Diagnosis } from "./diagnosis.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { Headline } from "./headline.tsx";
import { Ladder } from "./ladder.tsx";
import { LinkLine } from "./link-line.tsx";
import { sayNotes } from "./notes-words.ts";
import { RangeSelect } from "./range-select.tsx";
import type { Defaults, Reading } from "./reading.ts";
import { Responses } from "./responses.tsx";
import { isFirst, mayImport, NoFigures, NoneStarted } from "./states.tsx";
import { WhyPlace } from "./why-place.tsx";
import styles from "./scorecard-view.module.css";

export interface ScorecardActions {
  onRange: (range: ReportRange) => void;
  onOpenInbox: () => void;
  onImport: () => void;
  /** Goes through earlier conversations. */
  onWalk: () => void;
  onPair: () => void;
  onSync: () => void;
}

export interface ScorecardProps extends ScorecardActions {
  /** The keys of the five outcomes: "1 to 5". */
  outcomeKeys: string;
  range: ReportRange;
  reply: ScorecardReply;
  now: number;
  /** What nobody has confirmed in the settings. */
  defaults: Defaults;
  /** Newer figures are on their way. */
  busy: boolean;
  /** Why newer figures were refused, in a sentence. */
  problem: string | null;
}

export interface ScorecardViewProps extends ScorecardProps {
  /** Opens the whole scorecard in a tab. */
  onOpenScorecard: () => void;
}

/** The popup (waiting times first for support): one big figure, how sure, three costs, where to work, the ladder, response times, and whether all of it is current. */
export function ScorecardView(props: ScorecardViewProps) {
  const { reply, range, now, busy, problem, onRange, onPair, onSync, onOpenScorecard } = props;
  const { link, days, asOf } = reply;
  return (
    <main className={styles.popup}>
      <header className={styles.header}>
        <h1>{link.state === "alone" ? "This browser" : link.workspace}</h1>
        {!isFirst(reply) && <RangeSelect range={range} days={days} onRange={onRange} />}
      </header>
      {problem !== null && (
        <div className={styles.notice}>
          <Notice tone="bad" title={problem} />
        </div>
      )}
      <Figures {...props} />
      <LinkLine link={link} asOf={asOf} now={now} busy={busy} onPair={onPair} onSync={onSync}>
        {!isFirst(reply) && (
          <Button look="quiet" onPress={onOpenScorecard}>
            Open the scorecard
          </Button>
        )}
      </LinkLine>
    </main>
  );
}

function Figures(props: ScorecardViewProps) {
  const { reply, busy, onImport } = props;
  const { card, link } = reply;
  if (card === null && busy) return <div className={styles.waiting} aria-busy="true" />;
  if (card !== null && isFirst(reply)) return <FirstSteps {...props} />;
  if (card === null || card.total.tally.started === 0)
    return (
      <div className={styles.notice}>
        {card === null ? <NoFigures /> : <NoneStarted {...props} card={card} />}
      </div>
    );
  const reading: Reading = { card, slice: card.total, defaults: props.defaults };
  const isSupport = link.state !== "alone" && link.role === "support";
  return (
    <WhyPlace>
      {isSupport && <Responses reading={reading} />}
      <Headline reading={reading} onImport={mayImport(link) ? onImport : null} />
      {card.total.spendMinor !== null && !card.costsHidden && <Costs reading={reading} />}
      <Diagnosis reading={reading} />
      <Ladder reading={reading} />
      {!isSupport && <Responses reading={reading} />}
      <Coverage reading={reading} />
      <ul className={styles.notes}>
        {sayNotes(card).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </WhyPlace>
  );
}
