import { awaitTag, frameTime, switchTime } from "#test/bench/bar-times.ts";
import { below, type Row } from "#test/bench/row.ts";
import { openCounted } from "#test/e2e/overlay.ts";
import { ensureBrowsers } from "#test/support/browsers.ts";
import { ensureBuilt } from "#test/support/build.ts";
import type { Tab, TestBrowser } from "#test/support/driver.ts";
import { launchChromium } from "#test/support/extension-chromium.ts";
import { inboxUrl } from "#test/support/site.ts";

const SWITCHES = 12;
const LOADS = 8;
/** The stand-in shows grey boxes for so long: the measuring is there before the list. */
const GREY_MS = 800;
const TAGS = 40;

const SAMPLE = { sample: { count: 500, seed: 1, duplicateNames: false } };

/** The value that so large a share of all is not above. */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/** How soon the bar follows the page and the rep, without a server. */
export async function rows(): Promise<Row[]> {
  const [{ chromium }] = await Promise.all([ensureBrowsers(["chromium"]), ensureBuilt()]);
  if (!chromium) throw new Error("No Chromium: install it, or name one in RUNG_CHROMIUM.");
  const browser = await launchChromium({ name: "chromium", executable: chromium });
  try {
    const tab = await openCounted(browser, SAMPLE);
    const frames: number[] = [];
    for (let turn = 0; turn < LOADS; turn += 1) frames.push(await loadTime(browser));
    const switches: number[] = [];
    for (let turn = 0; turn < SWITCHES; turn += 1) switches.push(await tab.evaluate(switchTime));
    const tags: number[] = [];
    for (let turn = 0; turn < TAGS; turn += 1) tags.push(await tagTime(tab, turn));
    return [
      below(`the bar's frame after the list, slowest of ${LOADS} pages`, "ms", Math.max(...frames), 150),
      below(`buttons that work after a switch, slowest of ${SWITCHES}`, "ms", Math.max(...switches), 500),
      below(
        `from the key to the end of the frame that shows the tag, 95th percentile of ${TAGS}`,
        "ms",
        quantile(tags, 0.95),
        34.001,
      ),
    ];
  } finally {
    await browser.close();
  }
}

async function loadTime(browser: TestBrowser): Promise<number> {
  const config = { ...SAMPLE, start: "first", hydrationDelay: GREY_MS } as const;
  const tab = await browser.openTab(inboxUrl(config, {}), config);
  const ms = await tab.evaluate(frameTime);
  await tab.close();
  return ms;
}

async function tagTime(tab: Tab, turn: number): Promise<number> {
  await tab.evaluate(awaitTag);
  await tab.press(`Alt+Shift+Digit${2 + (turn % 2)}`);
  return tab.evaluate(() => window.tagTime ?? Number.NaN);
}
