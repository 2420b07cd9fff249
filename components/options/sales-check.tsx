import { formatMinor } from "#lib/domain/amount.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type UnmatchedShown, UnmatchedTable } from "./unmatched-table.tsx";
import styles from "./file-check.module.css";
import table from "./table.module.css";

/** What an import of a file did, or would do. */
export interface SalesShown {
  summary: {
    rows: number;
    from: string | null;
    to: string | null;
    totals: { currency: string; rows: number; amountMinor: number }[];
  };
  recorded: number;
  corrected: number;
  unchanged: number;
  inChat: number;
  unmatched: UnmatchedShown[];
}

export interface SalesCheckProps {
  file: string;
  shown: SalesShown;
  onImport: () => void;
  onCancel: () => void;
}

/** What a file says and what it adds, before anything of it is stored. */
export function SalesCheck({ file, shown, onImport, onCancel }: SalesCheckProps) {
  const news = shown.recorded + shown.corrected;
  return (
    <div className={styles.check}>
      <h3>{file}</h3>
      <dl className={styles.facts}>
        {factsOf(shown).map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <UnmatchedTable unmatched={shown.unmatched} />
      <div className={table.steps}>
        {news > 0 && (
          <Button look="main" onPress={onImport}>
            {`Import ${counted(news)}`}
          </Button>
        )}
        <Button onPress={onCancel}>{news > 0 ? "Cancel" : "Close"}</Button>
      </div>
    </div>
  );
}

/** What an import did. */
export function SalesDone({ file, shown }: { file: string; shown: SalesShown }) {
  const { recorded, corrected } = shown;
  const isSame = recorded + corrected === 0;
  return (
    <>
      <Notice
        tone="calm"
        title={isSame ? `${file}: nothing was changed.` : `${counted(recorded)} recorded from ${file}.`}
      >
        {[...notesOf(shown)].map((note) => (
          <p key={note}>{note}</p>
        ))}
      </Notice>
      <UnmatchedTable unmatched={shown.unmatched} />
    </>
  );
}

const counted = (sales: number): string => `${sales} ${sales === 1 ? "sale" : "sales"}`;

function factsOf(shown: SalesShown): [string, string][] {
  const { rows, from, to, totals } = shown.summary;
  const days = from === null || to === null ? "none" : from === to ? from : `${from} to ${to}`;
  const amounts = totals.map(({ currency, amountMinor }) => formatMinor(amountMinor, currency));
  return [
    ["Days", days],
    ["Rows", String(rows)],
    ["Amount", amounts.join(", ") || "none"],
    ["New", counted(shown.recorded)],
    ...notesOf(shown).map((note, index): [string, string] => [index === 0 ? "Known" : "", note]),
  ];
}

function notesOf({ corrected, unchanged, inChat }: SalesShown): string[] {
  return [
    corrected > 0 &&
      `${counted(corrected)} without an amount ${corrected === 1 ? "gets its" : "get their"} amount.`,
    unchanged > 0 && `${counted(unchanged)} imported before.`,
    inChat > 0 && `${counted(inChat)} recorded in the chat already.`,
  ].filter((note) => note !== false);
}
