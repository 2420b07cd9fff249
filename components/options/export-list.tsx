import { moment } from "#components/scorecard/since.ts";
import type { DataExport } from "#lib/domain/data-export.ts";
import styles from "./export-list.module.css";
import table from "./table.module.css";

export interface ExportListProps {
  exports: readonly DataExport[];
  server: string;
  now: number;
}

/** The files that are written or can be fetched, newest first. */
export function ExportList({ exports, server, now }: ExportListProps) {
  if (exports.length === 0)
    return (
      <p className={table.none}>
        One row a conversation. The server writes the file; it can be fetched for a day.
      </p>
    );
  return (
    <ul className={styles.exports}>
      {exports.map((one) => (
        <li key={one.id}>
          <span>Asked at {moment(one.askedAt, now)}</span>
          {one.link === null || one.expiresAt === null ? (
            <Progress {...one} />
          ) : (
            <a href={server + one.link}>
              Download {one.rowsDone} conversations <small>until {moment(one.expiresAt, now)}</small>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Progress({ rowsDone, rowsTotal }: DataExport) {
  const words = rowsTotal === null ? "Waiting for the server…" : `${rowsDone} of ${rowsTotal} written`;
  return (
    <span className={styles.progress}>
      <progress
        aria-label={words}
        {...(rowsTotal !== null && { value: rowsDone, max: Math.max(1, rowsTotal) })}
      />
      {words}
    </span>
  );
}
