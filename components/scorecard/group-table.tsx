import { type Rung, RUNG_NAMES, RUNGS } from "#lib/domain/ladder.ts";
import type { Slice } from "#lib/domain/scorecard-slice.ts";
import { Explained } from "./explained.tsx";
import styles from "./group-table.module.css";
import { inOrder, type OrderBy } from "./group-order.ts";
import { count } from "./numbers.ts";
import { figureOf, type Reading, tellingOf } from "./reading.ts";
import type { RankingSaid } from "./ranking-words.ts";
import { whyRung } from "./why-rung.ts";
import { countOf, inShort, isRate, say } from "./words.ts";

const SHORT: Record<Rung, string> = {
  costPerMessage: "Per message",
  replyRate: "Reply",
  qualificationRate: "Qualified",
  costPerQualified: "Per qualified",
  handoffRate: "Handoff",
  costPerHandoff: "Per handoff",
  closeRate: "Close",
  cac: "CAC",
  revenuePerConversation: "Revenue each",
};

export interface GroupTableProps {
  /** Of the whole report. */
  reading: Reading;
  ranking: RankingSaid | null;
  /** "Campaign", "Ad", … */
  name: string;
  order: OrderBy;
  onOrder: (by: OrderBy) => void;
}

/** The ladder of every group beside the whole, each figure with its own why. */
export function GroupTable({ reading, ranking, name, order, onOrder }: GroupTableProps) {
  const { card } = reading;
  const rungs = RUNGS.filter((rung) => isRate(rung) || !card.costsHidden);
  const heads: [OrderBy, string, string][] = [
    ["name", name, name],
    ["started", "Started", "Conversations started"],
    ...rungs.map((rung): [OrderBy, string, string] => [rung, SHORT[rung], RUNG_NAMES[rung]]),
  ];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map(([by, words, title]) => (
              <th key={by} scope="col" aria-sort={by === order ? sorted(by) : undefined}>
                <button type="button" title={`Order by ${title}`} onClick={() => onOrder(by)}>
                  {words}
                  <span aria-hidden="true">
                    {by === order ? (sorted(by) === "ascending" ? " ▴" : " ▾") : ""}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[card.total, ...inOrder(card.groups, order)].map((slice) => (
            <GroupRow
              key={slice === card.total ? " all" : `${slice.key ?? ""} ${slice.label}`}
              reading={{ ...reading, slice }}
              rungs={rungs}
              ranking={ranking}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const sorted = (by: OrderBy): "ascending" | "descending" =>
  by === "name" || (by !== "started" && !isRate(by) && by !== "revenuePerConversation")
    ? "ascending"
    : "descending";

interface GroupRowProps {
  reading: Reading;
  rungs: readonly Rung[];
  ranking: RankingSaid | null;
}

function GroupRow({ reading, rungs, ranking }: GroupRowProps) {
  const { card, slice } = reading;
  const { needed } = figureOf("replyRate", slice);
  return (
    <tr className={slice === card.total ? styles.total : ""}>
      <th scope="row">
        {slice.label}
        <Mark slice={slice} ranking={ranking} />
      </th>
      <td>
        {count(slice.tally.started)}
        {needed > 0 && <small>{count(needed)} more to rank</small>}
      </td>
      {rungs.map((rung) => (
        <Cell key={rung} rung={rung} reading={reading} />
      ))}
    </tr>
  );
}

/** Cheapest and dearest, where the data tell them apart. */
function Mark({ slice, ranking }: { slice: Slice; ranking: RankingSaid | null }) {
  if (slice.key === null || !ranking) return null;
  if (ranking.best.toldApart && ranking.best.key === slice.key)
    return <small className={styles.best}>cheapest</small>;
  if (ranking.worst.toldApart && ranking.worst.key === slice.key)
    return <small className={styles.worst}>dearest</small>;
  return null;
}

function Cell({ rung, reading }: { rung: Rung; reading: Reading }) {
  const telling = tellingOf(rung, reading);
  const said = say(telling);
  const { state } = telling.figure;
  const why = () => whyRung(rung, reading);
  if (said.value === null)
    return (
      <td className={styles.unsure} title={said.state ?? ""}>
        <Explained why={why}>
          –<span className="spoken">{said.state}</span>
        </Explained>
      </td>
    );
  const isSure = state === "ok";
  const beside = rung === "costPerQualified" ? said.interval : null;
  return (
    <td
      className={isSure ? "" : styles.unsure}
      title={[countOf(telling), said.state].filter(Boolean).join("; ")}
    >
      <Explained why={why}>{inShort(said)}</Explained>
      {(state === "none_yet" || beside !== null) && <small>{beside ?? said.state}</small>}
    </td>
  );
}
