import type { Tab, Target } from "#test/support/driver.ts";

/** Where things stand on the stand-in, for specs; the extension never reads these. */
export const ROW = '[role="presentation"][data-auto-logging-id]';
export const TITLE = '[data-surface*="thread_title"] > div';
export const HEADER_NAME = '[data-surface*="detail_view_header"] [style*="line-clamp"]';
export const COMPOSER = '[role="textbox"][data-lexical-editor="true"]';
export const MESSAGE = "[data-message-id]";

/** The name on a row; a click there is clear of the hidden actions. */
export const rowNamed = (name: string): Target => ({ css: TITLE, text: name, in: "page" });

export const names = (tab: Tab): Promise<string[]> =>
  tab.evaluate(
    (css) => [...document.querySelectorAll(css)].map((row) => row.textContent ?? ""),
    `${ROW} ${TITLE}`,
  );

/** Opens a conversation by a click on its row and waits until the pane shows it. */
export async function openRow(tab: Tab, name: string): Promise<void> {
  await tab.click(rowNamed(name));
  await tab.waitUntil(async () => (await tab.suite("opened"))?.name === name, `the conversation of ${name}`);
}

/** Three conversations, one a channel, with nothing left to chance; times in minutes before now. */
export const THREE = [
  {
    id: "100000000000011",
    name: "Nora Lind",
    entries: [
      { line: "ad_reply" as const, minutesAgo: 21 },
      { from: "customer" as const, text: "Hi, is the blue one still available?", minutesAgo: 20 },
      { from: "business" as const, text: "Yes, two left.", sentBy: "Kim Agent", minutesAgo: 15 },
      { from: "customer" as const, texts: ["great", "how much is shipping"], minutesAgo: 4 },
    ],
    labels: ["ad_id.6900000000000"],
  },
  {
    id: "340282366841710301244000000000000000012",
    channel: "IG_MESSAGE" as const,
    name: "Gabe",
    entries: [
      { from: "customer" as const, text: "how much is it?", minutesAgo: 40 },
      { from: "business" as const, text: "29", minutesAgo: 30 },
    ],
  },
  {
    id: "610000000000013",
    channel: "WEC_MESSAGE" as const,
    name: "+49 170 0000000",
    entries: [{ from: "customer" as const, text: "hello", minutesAgo: 60 }],
  },
];
