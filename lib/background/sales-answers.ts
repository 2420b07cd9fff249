import { threadKey } from "#lib/domain/thread.ts";
import { chosenLive } from "#lib/store/chosen.ts";
import { checkSales, importSales } from "#lib/store/import-sales.ts";
import { sendSales } from "#lib/sync/sales.ts";
import type { Background } from "./background.ts";
import { on, outcome, ownPage } from "./on.ts";
import { FileQuery } from "./shapes.ts";

/** What was bought outside the chat: into the workspace where there is one, else into this browser. */
export function answerSales({ store, sync, tell }: Background): void {
  on("checkSales", ownPage, FileQuery, ({ csv }) =>
    outcome(async () => {
      const pairing = await chosenLive(store);
      return pairing ? sendSales(store, sync.wire, pairing, { csv, as: "check" }) : checkSales(store, csv);
    }),
  );

  on("importSales", ownPage, FileQuery, ({ csv }) =>
    outcome(async () => {
      const pairing = await chosenLive(store);
      if (pairing) {
        const answer = await sendSales(store, sync.wire, pairing, { csv, as: "imports" });
        tell({ threads: [], settings: true });
        return answer;
      }
      const { answer, threads } = await importSales(store, csv);
      tell({ threads: threads.map(threadKey), settings: true });
      return answer;
    }),
  );
}
