import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { bar, status } from "#test/e2e/overlay.ts";
import type { Tab } from "#test/support/driver.ts";
import { CAST, type Customer } from "./cast.ts";
import type { Ground } from "./ground.ts";
import { acknowledged, hasSeenStart, waiting } from "./kept.ts";
import { answer, handOff, nameSource, open, tag } from "./rep.ts";

const OUTPUT = "demo-output";
const TOGETHER = 6;
/** The network is lost after this many conversations, and comes back after that many. */
const CUT_AT = 30;
const MENDED_AT = 42;
/** From here on the page is dark. */
const DARK_AT = 36;

/** What the extension itself counts. */
export interface Sent {
  eventsSent: number;
  offlineEvents: number;
}

/** Plays a rep's morning through the real interface; a screenshot of each stage lands in `demo-output/`. */
export async function playMorning(ground: Ground, tell: (line: string) => void): Promise<Sent> {
  await mkdir(OUTPUT, { recursive: true });
  let pictures = 0;
  const shoot = async (tab: Tab, name: string) => {
    pictures += 1;
    await tab.screenshot(join(OUTPUT, `${String(pictures).padStart(2, "0")}-${name}.png`));
  };
  const { browser, options, wire } = ground;
  await shoot(options, "paired");
  const tab = await browser.openInbox({ threads: [], pageName: "Sample Shop" });
  await tab.bringToFront();
  let offlineEvents = 0;
  for (const [number, customer] of CAST.entries()) {
    if (number % TOGETHER === 0) await arrive(tab, CAST.slice(number, number + TOGETHER), number === 0);
    if (number === CUT_AT) {
      tell("The network is gone; the rep goes on");
      wire.cut();
    }
    if (number === DARK_AT) await tab.suite("setTheme", "dark");
    if (number === MENDED_AT) {
      await tab.waitFor(status(/waiting to sync/));
      await shoot(tab, "offline-dark");
      offlineEvents = await waiting(options);
      wire.mend();
      tell(`The network is back: ${offlineEvents} events wait to be sent`);
    }
    try {
      await serve(tab, customer, number, shoot);
      await tab.waitUntil(
        () => hasSeenStart(options, customer.id),
        `the start of ${customer.name}'s conversation`,
      );
    } catch (error) {
      await shoot(tab, "failed");
      throw new Error(`Stuck with ${customer.name}; demo-output/ has a picture of it.`, { cause: error });
    }
    if (number % 10 === 9) tell(`${number + 1} of ${CAST.length} conversations`);
  }
  await tab.suite("setTheme", "light");
  await tab.waitFor(status(/synced/), { within: 60_000 });
  const isLight = () =>
    tab.evaluate(() => document.querySelector("rung-overlay")?.getAttribute("data-theme") === "light");
  await tab.waitUntil(isLight, "a bar as light as its page");
  await shoot(tab, "end-of-the-morning");
  await tab.close();
  const popup = await browser.openExtension("popup.html");
  await popup.resize(396, 980);
  await popup.waitFor({ css: "footer", text: /Up to date/ }, { within: 60_000 });
  await popup.waitUntil(async () => (await waiting(options)) === 0, "everything sent", { within: 60_000 });
  await shoot(popup, "popup");
  const scorecard = await browser.openExtension("scorecard.html");
  await scorecard.resize(1280, 1160);
  await scorecard.waitFor({ css: "section tbody th", text: "All conversations" });
  await scorecard.waitFor({ css: "footer", text: /Up to date/ });
  await shoot(scorecard, "scorecard");
  return { eventsSent: await acknowledged(options), offlineEvents };
}

/** Customers write one after the other; the newest stands on top of the list. */
async function arrive(tab: Tab, customers: readonly Customer[], isFirst: boolean): Promise<void> {
  for (const [place, { seed }] of customers.entries())
    await tab.suite("addThread", seed(isFirst ? TOGETHER - place : 0));
  await tab.suite("scrollList", 0);
}

type Shoot = (tab: Tab, name: string) => Promise<void>;

async function serve(tab: Tab, customer: Customer, number: number, shoot: Shoot): Promise<void> {
  await open(tab, customer);
  if (number === 0) {
    await tab.waitFor(bar);
    await shoot(tab, "first-conversation");
  }
  await answer(tab, customer);
  await tag(tab, customer);
  await handOff(tab, customer);
  await nameSource(tab, customer);
  const names: Record<number, string> = {
    0: "tagged-by-click",
    1: "tagged-by-key",
    4: "sale",
    6: "undone-and-macro",
    38: "dark",
  };
  const name = names[number];
  if (name) await shoot(tab, name);
}
