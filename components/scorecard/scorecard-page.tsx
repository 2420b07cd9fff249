import { useState } from "react";
import type { Grouping } from "#lib/domain/scorecard-query.ts";
import type { Day } from "#lib/domain/day.ts";
import type { AsKnown } from "#lib/queries.ts";
import { Notice } from "#components/ui/notice.tsx";
import { AsKnownLine } from "./as-known.tsx";
import { Costs } from "./costs.tsx";
import { Coverage } from "./coverage.tsx";
import { Diagnosis } from "./diagnosis.tsx";
import { FirstSteps } from "./first-steps.tsx";
import type { OrderBy } from "./group-order.ts";
import { GroupTable } from "./group-table.tsx";
import { Headline } from "./headline.tsx";
import { Ladder } from "./ladder.tsx";
import { LinkLine } from "./link-line.tsx";
import { MoneyFacts } from "./money-facts.tsx";
import { sayNotes } from "./notes-words.ts";
import { RangeSelect } from "./range-select.tsx";
import { type RankingSaid, sayRanking } from "./ranking-words.ts";
import type { Card, Reading } from "./reading.ts";
import { Responses } from "./responses.tsx";
import type { ScorecardProps } from "./scorecard-view.tsx";
import styles from "./scorecard-page.module.css";
import { isFirst, mayImport, NoFigures, NoneStarted } from "./states.tsx";
import { WhyPlace } from "./why-place.tsx";

const GROUPS = [
  "campaign",
  "ad",
  "creator",
  "channel",
  "member",
  "macro",
  "day",
] as const satisfies readonly Grouping[];
export type GroupBy = (typeof GROUPS)[number];

const GROUP_NAMES: Record<GroupBy, string> = {
  campaign: "Campaign",
  ad: "Ad",
  creator: "Creator",
  channel: "Channel",
  member: "Member",
  macro: "Macro",
  day: "Day",
};

export interface ScorecardPageProps extends ScorecardProps {
  by: GroupBy;
  onBy: (by: GroupBy) => void;
  /** The team looks at figures of each person, and this is one who may. */
  mayByMember: boolean;
  /** The report of a past day, where one is asked for. */
  past: AsKnown | null;
  on: Day | null;
  onAsKnown: (on: Day | null) => void;
  onAgain: () => void;
}

/** The scorecard in a tab of its own: all of the popup side by side, and the same ladder for every group. */
export function ScorecardPage(props: ScorecardPageProps) {
  const { reply, range, now, busy, problem, on, past, onRange, onPair, onSync, onAsKnown, onAgain } = props;
  const { link, days, asOf } = reply;
  const since = { from: days.from, to: new Date(now).toISOString().slice(0, 10) };
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <h1>{link.state === "alone" ? "This browser" : link.workspace}</h1>
        <RangeSelect range={range} days={days} onRange={onRange} />
      </header>
      {problem !== null && <Notice tone="bad" title={problem} />}
      {link.state !== "alone" && (
        <AsKnownLine on={on} past={past} days={since} onAsk={onAsKnown} onAgain={onAgain} />
      )}
      <Figures {...props} />
      <div className={styles.card}>
        <LinkLine
          link={link}
          asOf={on === null ? asOf : null}
          now={now}
          busy={busy}
          onPair={onPair}
          onSync={onSync}
        />
      </div>
    </main>
  );
}

function Figures(props: ScorecardPageProps) {
  const { reply, busy, on, past } = props;
  if (on !== null && past?.state !== "ready") return null;
  const card = past?.state === "ready" ? past.card : reply.card;
  if (card === null) return busy ? <div className={styles.waiting} aria-busy="true" /> : <NoFigures />;
  if (isFirst(reply))
    return (
      <div className={styles.card}>
        <FirstSteps {...props} />
      </div>
    );
  if (card.total.tally.started === 0) return <NoneStarted {...props} card={card} />;
  return (
    <WhyPlace>
      <Whole {...props} card={card} />
      <Groups {...props} card={card} />
    </WhyPlace>
  );
}

type Given = ScorecardPageProps & { card: Card };

const readingOf = ({ card, defaults }: Given): Reading => ({ card, slice: card.total, defaults });

function Whole(props: Given) {
  const { card, reply, onImport } = props;
  const reading = readingOf(props);
  return (
    <div className={styles.whole}>
      <div className={styles.card}>
        <Headline reading={reading} onImport={mayImport(reply.link) ? onImport : null} />
        {card.total.spendMinor !== null && !card.costsHidden && <Costs reading={reading} />}
        <Diagnosis reading={reading} />
      </div>
      <div className={styles.card}>
        <Ladder reading={reading} />
        <Responses reading={reading} />
      </div>
      <div className={styles.card}>
        {!card.costsHidden && <MoneyFacts reading={reading} />}
        <Coverage reading={reading} />
      </div>
    </div>
  );
}

function Groups(props: Given) {
  const { card, by, mayByMember, onBy } = props;
  const ranking = sayRanking(card);
  const [chosen, setChosen] = useState<OrderBy | null>(null);
  const order = chosen ?? (ranking ? "costPerQualified" : by === "day" ? "name" : "started");
  return (
    <section className={styles.card} aria-label="Groups">
      <header className={styles.by}>
        <fieldset>
          <legend className="spoken">Grouped by</legend>
          {GROUPS.filter((one) => one !== "member" || mayByMember).map((one) => (
            <button key={one} type="button" aria-pressed={one === by} onClick={() => onBy(one)}>
              {GROUP_NAMES[one]}
            </button>
          ))}
        </fieldset>
        {ranking && <Ranked ranking={ranking} />}
      </header>
      {card.groups.length === 0 ? (
        <p className={styles.note}>Nothing to group by in these days.</p>
      ) : (
        <GroupTable
          reading={readingOf(props)}
          ranking={ranking}
          name={GROUP_NAMES[by]}
          order={order}
          onOrder={setChosen}
        />
      )}
      <ul className={styles.notes}>
        {sayNotes(card).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

const Ranked = ({ ranking: { best, worst, how } }: { ranking: RankingSaid }) => (
  <p className={styles.note} title={how}>
    Cheapest per qualified conversation: <b>{best.name}</b>, {best.words}. Dearest: <b>{worst.name}</b>,{" "}
    {worst.words}.
  </p>
);
