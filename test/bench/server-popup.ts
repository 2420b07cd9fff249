import { makePairing } from "#server/members/make-pairing.ts";
import { below, type Row } from "#test/bench/row.ts";
import { pairWith } from "#test/e2e/pages.ts";
import { medianOf } from "#test/bench/measure.ts";
import { startOwnProcess } from "#test/bench/own-process.ts";
import { randomFrom, storyOf, threadOf } from "#test/bench/story-log.ts";
import { directMember } from "#test/server/direct-member.ts";
import { ensureBrowsers } from "#test/support/browsers.ts";
import { ensureBuilt } from "#test/support/build.ts";
import type { Tab } from "#test/support/driver.ts";
import { launchChromium } from "#test/support/extension-chromium.ts";
import { waitUntil } from "#test/support/tab.ts";

const CONVERSATIONS = 400;
const TURNS = 15;
const DAY = 86_400_000;

/** From the opening of the popup's page to its first figures, as the browser keeps them; the production build. */
export async function rows(): Promise<Row[]> {
  const [{ chromium }] = await Promise.all([ensureBrowsers(["chromium"]), ensureBuilt()]);
  if (!chromium) throw new Error("No Chromium: install it, or name one in RUNG_CHROMIUM.");
  const server = await startOwnProcess();
  try {
    const { code } = await makePairing({ ctx: server.ctx, input: { name: "Kim", role: "manager" } });
    const now = Date.now();
    const { db, workspace } = server.ctx;
    const rep = await directMember({ db, url: server.url }, { workspace, role: "rep", name: "Ines", now });
    for (let from = 0; from < CONVERSATIONS; from += 40)
      await rep.push(
        Array.from({ length: 40 }, (_, n) =>
          storyOf(threadOf(from + n), now - 20 * DAY + (from + n) * 60_000, {
            random: randomFrom(from + n),
            device: rep.device,
            now,
          }),
        ).flat(),
      );
    const browser = await launchChromium({ name: "chromium", executable: chromium });
    try {
      await pairWith(await browser.openExtension("options.html"), server.url, code);
      const tab = await browser.openExtension("popup.html");
      await tab.waitFor({ css: "footer", text: /Up to date/ });
      const session = await browser.session();
      await session.send("Page.enable");
      await session.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${noteFirstFigures})()` });
      const times: number[] = [];
      for (let turn = -2; turn < TURNS; turn += 1) {
        const took = await firstFigures(tab);
        if (turn >= 0) times.push(took);
      }
      return [below(`popup's first figures from cache, median of ${TURNS}`, "ms", medianOf(times), 100)];
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** In a page before its own scripts: notes when its first figures stand in a frame, ms since it was asked for. */
function noteFirstFigures(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector("main ol li") === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => performance.mark("first figures"));
      port1.start();
      port2.postMessage(null);
    });
  });
  observer.observe(document, { subtree: true, childList: true });
}

async function firstFigures(tab: Tab): Promise<number> {
  await tab.reload();
  const noted = () => tab.evaluate(() => performance.getEntriesByName("first figures")[0]?.startTime ?? null);
  const took = await waitUntil(noted, "the popup's first figures");
  // What is asked of the server comes in before the next turn begins.
  await tab.waitFor({ css: "footer", text: /Up to date/ });
  return took;
}
