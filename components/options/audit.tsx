import { moment } from "#components/scorecard/since.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AuditPage } from "#lib/domain/people.ts";
import { auditWords } from "./audit-words.ts";
import { Section } from "./section.tsx";
import styles from "./table.module.css";

export interface AuditProps {
  /** A page of entries; null while it is asked for. */
  page: AuditPage | null;
  problem: string | null;
  /** Names by member; who left too. */
  names: Readonly<Record<string, string>>;
  now: number;
  isNewest: boolean;
  onOlder: (before: number) => void;
  onNewest: () => void;
}

/** What administrators and managers did, a page at a time, newest first. */
export const Audit = ({ page, problem, names, now, isNewest, onOlder, onNewest }: AuditProps) => (
  <Section
    id="audit"
    title="Who did what"
    about="What administrators and managers did, by ids and counts. It holds no name and no id of a customer."
  >
    {problem !== null && <Notice tone="bad" title={problem} />}
    {page === null && problem === null && <p className={styles.none}>Asking the server…</p>}
    {page !== null && page.entries.length === 0 && <p className={styles.none}>Nothing was done yet.</p>}
    {page !== null && page.entries.length > 0 && (
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {page.entries.map((entry) => (
            <tr key={entry.entry}>
              <td>{moment(entry.at, now)}</td>
              <td>{whoOf(entry.member, names)}</td>
              <td>{auditWords(entry, names)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <div className={styles.steps}>
      {!isNewest && <Button onPress={onNewest}>Newest</Button>}
      {page !== null && page.next !== null && (
        <Button onPress={() => page.next !== null && onOlder(page.next)}>Older</Button>
      )}
    </div>
  </Section>
);

const whoOf = (member: string | null, names: AuditProps["names"]): string =>
  member === null ? "The server" : (names[member] ?? "Somebody who left");
