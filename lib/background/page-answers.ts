import { browser } from "wxt/browser";
import { RungError } from "#lib/errors.ts";
import { openScorecard } from "#lib/open-page.ts";
import { answerPageHere, listPages, pageState } from "#lib/store/page.ts";
import { answerPageThere } from "#lib/sync/change.ts";
import type { Background } from "./background.ts";
import { livePairings, mayAnswerPage } from "./may-answer-page.ts";
import { openQueue } from "./open-queue.ts";
import { either, on, outcome, ownPage } from "./on.ts";
import { nothing, OpenPageQuery, PageQuery } from "./shapes.ts";

/** Which Pages are counted, and the pages of our own that the bar opens. */
export function answerPages({ store, sync, tell, wake }: Background): void {
  on("answerPage", either, PageQuery, (answer) =>
    outcome(async () => {
      if (!(await mayAnswerPage(store)))
        throw new RungError(
          "page_not_yours",
          "An administrator of your team says which Pages count. Ask them to open this inbox once.",
        );
      const [pairing] = await livePairings(store);
      if (pairing) await answerPageThere(store, sync.wire, pairing, answer);
      else await answerPageHere(store, answer);
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
