import { Button } from "#components/ui/button.tsx";
import { Toggle } from "#components/ui/toggle.tsx";
import { Confirm } from "./confirm.tsx";
import styles from "./table.module.css";
import { OnePersonHere } from "./one-person-here.tsx";
import { Section } from "./section.tsx";

interface HeldTable {
  table: string;
  rows: number;
  bytes: number;
}

export interface PrivacyProps {
  held: readonly HeldTable[];
  /** Entries that no server has yet; erasing loses them. */
  waiting: number;
  exporting: string | null;
  probe: boolean;
  onProbe: (probe: boolean) => void;
  onExport: () => void;
  onErase: (what: "conversations" | "everything") => void;
  /** Forgets one customer here; gives how many of their threads were known. */
  onErasePerson: (person: string) => Promise<number>;
}

/** What each table holds, for people. */
const WORDS: Record<string, string> = {
  events: "What was seen and judged: ids, times, outcomes, amounts. Never the text of a message",
  states: "The conversations made of it",
  outbox: "What waits to be sent to your team",
  refused: "What your team's server refused",
  acquaintances: "Names of customers beside their ids. They never leave this browser",
  glimpses:
    "Rows that passed by in Meta’s list: name, id, time of the last message, for tagging the past. They never leave this browser",
  asides: "Your own notes on conversations, and suggestions you dismissed. They never leave this browser",
  alerts: "Which deadlines you were told of",
  pages: "Which Pages are counted",
  spend: "What the ads cost",
  accounts: "Names of ad accounts",
  cards: "The last figures of the popup",
  pairings: "Your team's server and this device's token (exported without it)",
  kept: "Settings, this device's id, its clock's offset",
};

const size = (bytes: number): string =>
  new Intl.NumberFormat(undefined, {
    style: "unit",
    unit: bytes < 100_000 ? "kilobyte" : "megabyte",
    maximumFractionDigits: 1,
  }).format(bytes / (bytes < 100_000 ? 1_000 : 1_000_000));

/** What is stored in this browser, all of it to take away, and its erasure. */
export function Privacy(props: PrivacyProps) {
  const { held, waiting, exporting, probe, onProbe, onExport, onErase, onErasePerson } = props;
  const lost = waiting === 0 ? "" : ` ${waiting} entries that no server has are lost.`;
  return (
    <Section
      id="privacy"
      title="Privacy"
      about="Rung never reads the text of a message into its store. A Messenger thread's id is the customer's profile id, so what is stored here is personal data."
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Stored in this browser</th>
            <th scope="col" className={styles.number}>
              Entries
            </th>
            <th scope="col" className={styles.number}>
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {held.map(({ table, rows, bytes }) => (
            <tr key={table}>
              <th scope="row">{WORDS[table] ?? table}</th>
              <td className={styles.number}>{rows}</td>
              <td className={styles.number}>{size(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Toggle
        label="Read conversation ids in the page's own script"
        hint="It only looks. Without it Rung is more often unsure which conversation is open."
        on={probe}
        onTurn={onProbe}
      />
      <div className={styles.steps}>
        <Button disabled={exporting !== null} onPress={onExport}>
          {exporting ?? "Export all as JSON"}
        </Button>
        <Confirm
          ask="Erase what is known of customers"
          sentence={`Erase every conversation, tag and name in this browser?${lost} What was sent to a server stays there. This cannot be undone.`}
          yes="Erase conversations"
          onYes={() => onErase("conversations")}
        />
        <Confirm
          ask="Erase everything"
          sentence={`Erase all of the above in this browser, with spend, settings and the pairing?${lost} What was sent to a server stays there. This cannot be undone.`}
          yes="Erase everything"
          onYes={() => onErase("everything")}
        />
      </div>
      <h3>One customer, in this browser alone</h3>
      <OnePersonHere onErasePerson={onErasePerson} />
    </Section>
  );
}
