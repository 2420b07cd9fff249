import { setTimeout as sleep } from "node:timers/promises";
import type { Conversation } from "#lib/domain/conversation.ts";
import type { EventRow } from "#lib/store/database.ts";
import { pick } from "#test/business-suite/world/random.ts";
import { pairWith } from "#test/e2e/pages.ts";
import type { Tab } from "#test/support/driver.ts";
import { launchChromium } from "#test/support/extension-chromium.ts";

/** Chromium with the production build, paired and on the stand-in's inbox: its background is killed for real. */
export interface BrowserDevice {
  killBackground: () => Promise<void>;
  /** Tags by keyboard, in one conversation after the other, until the signal. */
  work: (signal: AbortSignal) => Promise<void>;
  /** Sends what waits. */
  send: (patienceMs: number) => Promise<void>;
  /** Reads the feed until so many events are there. */
  readAll: (events: number, patienceMs: number) => Promise<void>;
  /** What the extension holds: all events, and its own fold by thread. */
  held: () => Promise<{ events: EventRow[]; states: Record<string, Conversation[]> }>;
  close: () => Promise<void>;
}

interface Asked {
  executable: string;
  url: string;
  code: string;
  random: () => number;
}

export async function openBrowser({ executable, url, code, random }: Asked): Promise<BrowserDevice> {
  const browser = await launchChromium({ name: "chromium", executable, endsOnSignals: false });
  try {
    const options = await browser.openExtension("options.html");
    await pairWith(options, url, code);
    const inbox = await browser.openInbox({ start: "first" });
    await inbox.waitFor({ css: ".status-line", text: /Not tagged yet/, in: "overlay" });
    const threads = await inbox.suite("listed");
    const waiting = () => countIn(options, "outbox");
    return {
      killBackground: () => browser.killBackground(),
      work: async (signal) => {
        while (!signal.aborted) {
          await inbox.press(`Alt+Shift+Digit${2 + Math.floor(random() * 3)}`);
          await sleep(random() * 900);
          if (random() < 0.3) await inbox.suite("openThread", pick(random, threads).id);
        }
      },
      send: async (within) => {
        await inbox.press("Alt+Shift+Digit3");
        await options.waitUntil(async () => (await waiting()) === 0, "an empty outbox", { within });
      },
      readAll: async (events, within) => {
        // An inbox that opens says so at once; the background follows the feed from then on.
        await inbox.reload();
        let [read, unsent] = [0, 0];
        const isAll = async () => {
          [read, unsent] = [await countIn(options, "events"), await waiting()];
          // What the inbox shows anew is more than was asked for, and is sent.
          return read >= events && unsent === 0;
        };
        await options.waitUntil(isAll, `all ${events} events in the browser`, { within }).catch((error) => {
          throw new Error(`${read} of ${events} read, ${unsent} not sent`, { cause: error });
        });
      },
      held: () => read(options),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Runs in a page of the extension, whose database is the background's. */
const countIn = (page: Tab, table: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("rung");
        opening.addEventListener("error", () => reject(opening.error));
        opening.addEventListener("success", () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.addEventListener("error", () => reject(counting.error));
          counting.addEventListener("success", () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
    table,
  );

const allOf = (page: Tab, table: string): Promise<string> =>
  page.evaluate(
    (name) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("rung");
        opening.addEventListener("error", () => reject(opening.error));
        opening.addEventListener("success", () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.addEventListener("error", () => reject(reading.error));
          reading.addEventListener("success", () => {
            opening.result.close();
            resolve(JSON.stringify(reading.result));
          });
        });
      }),
    table,
  );

async function read(page: Tab): Promise<Awaited<ReturnType<BrowserDevice["held"]>>> {
  const events: EventRow[] = JSON.parse(await allOf(page, "events"));
  const states: { thread: string; conversations: Conversation[] }[] = JSON.parse(await allOf(page, "states"));
  return {
    events,
    states: Object.fromEntries(states.map(({ thread, conversations }) => [thread, conversations])),
  };
}
