import type { SpendAccount } from "#lib/contract.ts";
import type { Day } from "#lib/domain/day.ts";
import type { Store } from "./store.ts";

/** The spend of one ad account in this browser; days null while nothing was imported. */
export interface HeldSpend {
  account: SpendAccount;
  from: Day | null;
  to: Day | null;
  rows: number;
  amountMinor: number;
}

export async function heldSpend({ db }: Store): Promise<HeldSpend[]> {
  const accounts = await db.accounts.toArray();
  return Promise.all(
    accounts.map(async (account) => {
      const rows = (await db.spend.where("account").equals(account.id).toArray()).map(({ row }) => row);
      const days = rows.flatMap(({ from, to }) => [from, to]).toSorted();
      return {
        account,
        from: days[0] ?? null,
        to: days.at(-1) ?? null,
        rows: rows.length,
        amountMinor: rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      };
    }),
  );
}
