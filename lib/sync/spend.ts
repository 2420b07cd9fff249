import { z } from "zod";
import { SpendAccount, SpendImported } from "#lib/contract.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { type AccountNamed, readOrRefuse } from "#lib/store/import-spend.ts";
import type { Store } from "#lib/store/store.ts";
import { ask } from "./ask.ts";
import type { Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";

/** Imports an export of ad spend into a workspace. A file that is wrong is refused here, before it is sent. */
export async function importSpendThere(
  store: Store,
  wire: Wire,
  pairing: PairingRow,
  { csv, account }: { csv: string; account: AccountNamed },
): Promise<SpendImported> {
  readOrRefuse(csv);
  return ask(store, wire, pairing, {
    path: `${PATHS.spendImports}?${new URLSearchParams({ account: account.name, timeZone: account.timeZone })}`,
    method: "POST",
    csv,
    answer: SpendImported,
  });
}

/** The ad accounts of a workspace. */
export const spendAccountsThere = (store: Store, wire: Wire, pairing: PairingRow): Promise<SpendAccount[]> =>
  ask(store, wire, pairing, { path: PATHS.spendAccounts, answer: z.array(SpendAccount) });
