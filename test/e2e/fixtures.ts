import { test as base, expect } from "@playwright/test";
import { type BrowserName, findBrowser } from "#test/support/browsers.ts";
import type { Tab, TestBrowser } from "#test/support/driver.ts";
import { launch } from "#test/support/launch.ts";
import { thisMachine } from "#test/support/machine.ts";

export { expect } from "@playwright/test";

interface WorkerOptions {
  /** The browser of the project. */
  kind: BrowserName;
}

interface TestOptions {
  /** Only for specs that touch a row's hidden actions on purpose; everywhere else a touch fails the test. */
  violates: boolean;
}

export type Options = WorkerOptions & TestOptions;

interface Shared {
  /** One browser for the tests of a worker, in a profile of its own. */
  shared: TestBrowser;
}

interface Fixtures {
  /** A browser with the extension as just installed, and nothing kept of the tests before. */
  rung: TestBrowser;
  /** Opens the stand-in inbox: `rung.openInbox`. */
  inbox: TestBrowser["openInbox"];
}

/** The browser that the run found or installed. */
export async function findExecutable(kind: BrowserName): Promise<string> {
  const executable = await findBrowser(kind, thisMachine());
  if (executable === null) throw new Error(`${kind} is not there; npm run test:e2e installs it`);
  return executable;
}

export const test = base.extend<TestOptions & Fixtures, WorkerOptions & Shared>({
  kind: ["chromium", { option: true, scope: "worker" }],
  violates: [false, { option: true }],

  // A launch is dearer than most tests. A worker ends after a failed test, so what failed spoils no other.
  shared: [
    async ({ kind }, give) => {
      const rung = await launch({ name: kind, executable: await findExecutable(kind) });
      try {
        await give(rung);
      } finally {
        await rung.close();
      }
    },
    { scope: "worker" },
  ],

  rung: async ({ shared: rung, violates }, give, info) => {
    await rung.renew();
    await give(rung);
    const tabs = await rung.tabs();
    if (info.status !== info.expectedStatus) await attachAll(tabs, info.attach.bind(info));
    if (!violates) expect(await violationsOf(tabs), "the row's hidden actions were touched").toEqual([]);
  },

  inbox: async ({ rung }, give) => {
    await give((config, place) => rung.openInbox(config, place));
  },
});

/** All tabs of one profile share them, so the first that is an inbox tells all. */
async function violationsOf(tabs: readonly Tab[]): Promise<unknown[]> {
  for (const tab of tabs)
    if (await tab.evaluate(() => "suite" in window).catch(() => false)) return tab.suite("violations");
  return [];
}

type Attach = (name: string, attachment: { body: Buffer; contentType: string }) => Promise<void>;

async function attachAll(tabs: readonly Tab[], attach: Attach): Promise<void> {
  for (const [place, tab] of tabs.entries()) {
    const picture = await tab.screenshot().catch(() => null);
    if (picture) await attach(`tab ${place}`, { body: Buffer.from(picture), contentType: "image/png" });
  }
}
