import { SalesAnswer } from "#lib/contract.ts";
import type { PairingRow } from "#lib/store/database.ts";
import type { Store } from "#lib/store/store.ts";
import { ask } from "./ask.ts";
import type { Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";

/** Compares a list of sales with a workspace (`check`), or records it there (`imports`). */
export const sendSales = (
  store: Store,
  wire: Wire,
  pairing: PairingRow,
  { csv, as }: { csv: string; as: "check" | "imports" },
): Promise<SalesAnswer> =>
  ask(store, wire, pairing, {
    path: as === "check" ? PATHS.salesCheck : PATHS.salesImports,
    method: "POST",
    csv,
    answer: SalesAnswer,
  });
