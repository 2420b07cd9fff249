import { awaitTag, switchTime } from "#test/bench/bar-times.ts";
import { below, type Row } from "#test/bench/row.ts";
import { openCounted } from "#test/e2e/overlay.ts";
import { ensureBrowsers } from "#test/support/browsers.ts";
import { ensureBuilt } from "#test/support/build.ts";
import type { Tab } from "#test/support/driver.ts";
import { launchChromium } from "#test/support/extension-chromium.ts";

const SWITCHES = 12;
const TAGS = 40;

/** The value that so large a share of all is not above. */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/** How soon the bar follows the page and the rep, without a server. */
export async function rows(): Promise<Row[]> {
  const [{ chromium }] = await Promise.all([ensureBrowsers(["chromium"]), ensureBuilt()]);
  if (!chromium) throw new Error("No Chromium: install it, or name one in RUNG_CHROMIUM.");
  const browser = await launchChromium({ name: "chromium", executable: chromium });
  try {
    const tab = await openCounted(browser, { sample: { count: 500, seed: 1, duplicateNames: false } });
    const switches: number[] = [];
    for (let turn = 0; turn < SWITCHES; turn += 1) switches.push(await tab.evaluate(switchTime));
    const tags: number[] = [];
    for (let turn = 0; turn < TAGS; turn += 1) tags.push(await tagTime(tab, turn));
    return [
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

async function tagTime(tab: Tab, turn: number): Promise<number> {
  await tab.evaluate(awaitTag);
  await tab.press(`Alt+Shift+Digit${2 + (turn % 2)}`);
  return tab.evaluate(() => window.tagTime ?? Number.NaN);
}
