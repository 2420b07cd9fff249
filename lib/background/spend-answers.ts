import { chosenLive } from "#lib/store/chosen.ts";
import { heldSpend } from "#lib/store/held-spend.ts";
import { importSpend, readOrRefuse } from "#lib/store/import-spend.ts";
import { summarise } from "#lib/spend/spend-file.ts";
import { importSpendThere, spendAccountsThere } from "#lib/sync/spend.ts";
import type { Background } from "./background.ts";
import { on, outcome, ownPage } from "./on.ts";
import { FileQuery, ImportQuery, nothing } from "./shapes.ts";

/** What the ads cost: into the workspace where there is one, else into this browser. */
export function answerSpend({ store, sync, tell }: Background): void {
  on("checkSpend", ownPage, FileQuery, ({ csv }) => outcome(async () => summarise(readOrRefuse(csv))));

  on("importSpend", ownPage, ImportQuery, ({ csv, account }) =>
    outcome(async () => {
      const pairing = await chosenLive(store);
      const imported = pairing
        ? await importSpendThere(store, sync.wire, pairing, { csv, account })
        : await importSpend(store, csv, account);
      tell({ threads: [], settings: true });
      return imported;
    }),
  );

  on("spendAccounts", ownPage, nothing, () =>
    outcome(async () => {
      const pairing = await chosenLive(store);
      return pairing ? spendAccountsThere(store, sync.wire, pairing) : store.db.accounts.toArray();
    }),
  );

  on("heldSpend", ownPage, nothing, () => heldSpend(store));
}
