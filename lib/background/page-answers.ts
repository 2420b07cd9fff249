import { browser } from "wxt/browser";
import { RungError } from "#lib/errors.ts";
import { openScorecard } from "#lib/open-page.ts";
import { answerPageHere, listPages, pageState } from "#lib/store/page.ts";
import { answerPageThere } from "#lib/sync/change.ts";
import type { Background } from "./background.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { answerers } from "./may-answer-page.ts";
import { openQueue } from "./open-queue.ts";
import { either, on, outcome, ownPage } from "./on.ts";
import { nothing, OpenPageQuery, PageQuery } from "./shapes.ts";

const byId = (pairings: readonly PairingRow[], id: string | null): PairingRow | undefined =>
  pairings.find((pairing) => pairing.id === id);

const refused = (isOpen: boolean): RungError =>
  isOpen
    ? new RungError("page_of_whom", "Say which of your teams counts this Page.")
    : new RungError(
        "page_not_yours",
        "An administrator of your team says which Pages count. Ask them to open this inbox once.",
      );

/** Which Pages are counted, and the pages of our own that the bar opens. */
export function answerPages({ store, sync, tell, wake }: Background): void {
  on("answerPage", either, PageQuery, (answer) =>
    outcome(async () => {
      const { workspace, ...page } = answer;
      const { isAlone, pairings } = await answerers(store);
      // Of several workspaces none is taken by default: "not this Page" is then said in this browser alone.
      const isHere = isAlone || (workspace === null && pairings.length > 1 && !page.counted);
      const pairing = workspace === null && pairings.length === 1 ? pairings[0] : byId(pairings, workspace);
      if (isHere) await answerPageHere(store, page);
      else if (pairing) await answerPageThere(store, sync.wire, pairing, page);
      else throw refused(pairings.length > 1 && workspace === null);
      tell({ threads: [], settings: true });
      void wake({ urgent: true });
      return pageState(store, answer.asset);
    }),
  );

  on("pages", ownPage, nothing, () => listPages(store));

  on("openPage", either, OpenPageQuery, async ({ page }, sender) => {
    if (page === "queue") return openQueue(sender.tab?.id);
    if (page === "options") await browser.runtime.openOptionsPage();
    else await openScorecard();
  });
}
