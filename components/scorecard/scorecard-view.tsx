import type { ReportRange } from "#lib/domain/report-range.ts";
import type { ScorecardReply } from "#lib/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Costs } from "./costs.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { Headline } from "./headline.tsx";
import { Ladder } from "./ladder.tsx";
import { LinkLine } from "./link-line.tsx";
import { RangeSelect } from "./range-select.tsx";
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
  /** Newer figures are on their way. */
  busy: boolean;
  /** Why newer figures were refused, in a sentence. */
  problem: string | null;
}

/** The popup: one big figure, how sure, three costs, the ladder, and whether all of it is current. */
export function ScorecardView(props: ScorecardViewProps) {
  const { reply, range, now, busy, problem, onRange, onPair, onSync } = props;
  const { link, days, asOf } = reply;
  return (
    <main className={styles.popup}>
      <header className={styles.header}>
        <h1>{link.state === "alone" ? "This browser" : link.workspace}</h1>
        <RangeSelect range={range} days={days} onRange={onRange} />
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

function Figures(props: ScorecardViewProps) {
  const { reply, busy } = props;
  const { card, isFirstRun } = reply;
  if (card === null)
    return busy ? <div className={styles.waiting} aria-busy="true" /> : <NoFigures {...props} />;
  if (isFirstRun && card.total.tally.all === 0) return <FirstSteps {...props} />;
  const report = { slice: card.total, currency: card.currency, costsHidden: card.costsHidden };
  return (
    <>
      <Missing {...props} />
      <Headline report={report} />
      <Costs report={report} />
      <Ladder report={report} />
    </>
  );
}

const NoFigures = ({ onSync }: ScorecardViewProps) => (
  <div className={styles.notice}>
    <Notice
      tone="warn"
      title="No figures for these days yet"
      step={<Button onPress={onSync}>Try again</Button>}
    >
      They come from your team's server, which cannot be reached now.
    </Notice>
  </div>
);

/** What keeps figures from being there, with the next step. */
function Missing({ reply, range, onRange, onOpenInbox, onImport }: ScorecardViewProps) {
  const { card, link } = reply;
  if (card === null) return null;
  const { tally, spendMinor } = card.total;
  if (tally.started === 0) {
    const known = tally.all === 0 ? "" : ` ${tally.all} were known, but nobody saw them start.`;
    return (
      <div className={styles.notice}>
        <Notice
          tone="calm"
          title={`No conversation was seen to start in these days.${known}`}
          step={
            range === "last_90" ? (
              <Button onPress={onOpenInbox}>Open the inbox</Button>
            ) : (
              <Button onPress={() => onRange("last_90")}>Show the last 90 days</Button>
            )
          }
        />
      </div>
    );
  }
  if (spendMinor !== null || card.costsHidden) return null;
  const mayImport = link.state === "alone" || link.role === "manager" || link.role === "admin";
  return (
    <div className={styles.notice}>
      <Notice
        tone="calm"
        title="No cost recorded for these days"
        step={mayImport ? <Button onPress={onImport}>Import spend</Button> : undefined}
      >
        {mayImport
          ? "Rates are here already; costs need an export of Ads Manager."
          : "A manager imports what the ads cost."}
      </Notice>
    </div>
  );
}
