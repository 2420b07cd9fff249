import { formatMinor } from "#lib/domain/amount.ts";
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
import { RangeSelect } from "./range-select.tsx";
import type { Card, Defaults, Reading } from "./reading.ts";
import { Responses } from "./responses.tsx";
import { WhyPlace } from "./why-place.tsx";
import styles from "./scorecard-view.module.css";

export interface ScorecardActions {
  onRange: (range: ReportRange) => void;
  onOpenInbox: () => void;
  onImport: () => void;
  onPair: () => void;
  onSync: () => void;
}

export interface ScorecardViewProps extends ScorecardActions {
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

/** The popup: one big figure, how sure, three costs, where to work, the ladder, response times, and whether all of it is current. */
export function ScorecardView(props: ScorecardViewProps) {
  const { reply, range, now, busy, problem, onRange, onPair, onSync } = props;
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
      <LinkLine link={link} asOf={asOf} now={now} busy={busy} onPair={onPair} onSync={onSync} />
    </main>
  );
}

const isFirst = ({ card, isFirstRun }: ScorecardReply): boolean => isFirstRun && card?.total.tally.all === 0;

function Figures(props: ScorecardViewProps) {
  const { reply, busy } = props;
  const { card } = reply;
  if (card === null) return busy ? <div className={styles.waiting} aria-busy="true" /> : <NoFigures />;
  if (isFirst(reply)) return <FirstSteps {...props} />;
  if (card.total.tally.started === 0) return <NoneStarted {...props} card={card} />;
  const reading: Reading = { card, slice: card.total, defaults: props.defaults };
  const { link } = reply;
  const isOwn = link.state === "alone" || link.state === "revoked";
  const mayImport = isOwn || link.role === "manager" || link.role === "admin";
  return (
    <WhyPlace>
      <Headline reading={reading} onImport={mayImport ? props.onImport : null} />
      {card.total.spendMinor !== null && !card.costsHidden && <Costs reading={reading} />}
      <Diagnosis reading={reading} />
      <Ladder reading={reading} />
      <Responses reading={reading} />
      <Coverage reading={reading} />
    </WhyPlace>
  );
}

const NoFigures = () => (
  <div className={styles.notice}>
    <Notice tone="warn" title="No figures for these days yet">
      They come from your team's server, which cannot be reached now.
    </Notice>
  </div>
);

/** Nothing to show of these days: why, with the next step. */
function NoneStarted({ card, range, onRange, onOpenInbox }: ScorecardViewProps & { card: Card }) {
  const { tally, spendMinor } = card.total;
  const spent = spendMinor === null || card.currency === null ? "" : formatMinor(spendMinor, card.currency);
  return (
    <div className={styles.notice}>
      <Notice
        tone="calm"
        title="No conversation was seen to start in these days"
        step={
          range === "last_90" ? (
            <Button onPress={onOpenInbox}>Open the inbox</Button>
          ) : (
            <Button onPress={() => onRange("last_90")}>Show the last 90 days</Button>
          )
        }
      >
        {tally.all > 0 && (
          <p>{tally.all} were going on; nobody saw them start, so that no rate counts them.</p>
        )}
        {spent !== "" && <p>The ads cost {spent} in these days.</p>}
      </Notice>
    </div>
  );
}
