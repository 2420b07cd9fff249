import { formatMinor } from "#lib/domain/amount.ts";
import styles from "./table.module.css";

export interface Account {
  id: string;
  name: string;
  timeZone: string;
  currency: string | null;
}

export interface HeldShown {
  account: Account;
  from: string | null;
  to: string | null;
  rows: number;
  amountMinor: number;
}

/** The ad accounts of the team; their figures are on its server. */
export const TeamAccounts = ({ accounts }: { accounts: readonly Account[] }) =>
  accounts.length === 0 ? null : (
    <p className={styles.none}>
      Imported so far for {accounts.map(({ name, timeZone }) => `${name} (${timeZone})`).join(", ")}.
    </p>
  );

/** What is held of each ad account in this browser. */
export function HeldSpendTable({ held }: { held: readonly HeldShown[] }) {
  if (held.length === 0) return null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Ad account</th>
          <th scope="col">Days</th>
          <th scope="col" className={styles.number}>
            Rows
          </th>
          <th scope="col" className={styles.number}>
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {held.map(({ account, from, to, rows, amountMinor }) => (
          <tr key={account.id}>
            <th scope="row">
              {account.name} <small>{account.timeZone}</small>
            </th>
            <td>{from === null ? "none" : `${from} to ${to}`}</td>
            <td className={styles.number}>{rows}</td>
            <td className={styles.number}>
              {account.currency === null ? "none" : formatMinor(amountMinor, account.currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
