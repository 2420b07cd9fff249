import { formatMinor } from "#lib/domain/amount.ts";
import styles from "./sales.module.css";
import table from "./table.module.css";

export interface UnmatchedShown {
  row: number;
  ref: string | null;
  thread: string | null;
  day: string;
  amountMinor: number;
  currency: string;
  reason: string;
}

/** Rows of a list of sales that were not recorded, each with its reason. */
export function UnmatchedTable({ unmatched }: { unmatched: readonly UnmatchedShown[] }) {
  if (unmatched.length === 0) return null;
  const title = `${unmatched.length} ${unmatched.length === 1 ? "row is" : "rows are"} not matched, and not recorded`;
  return (
    <section className={styles.unmatched} aria-label={title}>
      <h3>{title}</h3>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Sale</th>
            <th scope="col" className={table.number}>
              Amount
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {unmatched.map(({ row, ref, thread, day, amountMinor, currency, reason }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td>
                {ref ?? thread ?? "unnamed"} <small>{day}</small>
              </td>
              <td className={table.number}>{formatMinor(amountMinor, currency)}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
