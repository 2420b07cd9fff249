import type { Tab } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { openRow, THREE } from "./stand-in.ts";

/** What the facts say of the page's markup, by their section: a selector, and how often it is there. */
const MARKUP: readonly [section: string, says: string, css: string, count: number | "some"][] = [
  [
    "1",
    "a tab for each channel and for comments",
    '[data-surface*="channel_selector"] [role=tablist] [role=tab]',
    6,
  ],
  [
    "1",
    "tabs carry the selection",
    '[role=tab][href*="selected_item_id=100000000000011"][href*="thread_type=FB_MESSAGE"]',
    2,
  ],
  [
    "1",
    "Instagram's tab carries another conversation",
    '[role=tab][href*="/instagram_direct?"][href*="thread_type=IG_MESSAGE"]',
    1,
  ],
  [
    "2.1",
    "pagelets",
    "[data-pagelet=BizP13NInboxUinifiedThreadListView] [data-pagelet=GenericBizInboxThreadListViewBody]",
    1,
  ],
  ["2.1", "surfaces", '[data-surface-wrapper="1"][data-surface^="/bizweb:inbox"]', "some"],
  ["2.2", "rows", '[data-surface$="bizweb_inbox:thread_list"] [role=presentation]', 3],
  ["2.2", "a row's place in its surface", '[role=presentation] > [data-surface$="/thread_row0"]', 1],
  ["2.2", "old class names of a row", "._at41._8gcz._5_n1[role=presentation]", 3],
  ["2.2", "unread rows", "._5_n1._284c", 1],
  ["2.2", "names", '[role=presentation] ._4k8x._4ik4 [data-surface*="thread_title"]', 3],
  ["2.2", "previews", "._at42 ._4ik4", 3],
  ["2.2", "row times", "abbr.timestamp[aria-hidden=true][data-utime][title]", 3],
  ["2.2", "what is read aloud", "._at43 > .accessible_elem", 3],
  ["2.2", "the selected row", '[role=presentation][aria-selected="true"]', 1],
  ["2.2", "channel badges", "[role=presentation] img[alt=Instagram]", 1],
  [
    "2.2",
    "hidden actions",
    "[role=presentation] [role=grid]._4a51 a[role=row][href='#'] > [role=gridcell][aria-label='Move to Done']",
    3,
  ],
  ["2.3", "the header's name", '[data-surface*="detail_view_header"] ._3bwv ._4ik4._4ik5', 1],
  [
    "2.3",
    "no heading in the header",
    '[data-surface*="detail_view_header"] :is(h1, h2, h3, [role=heading])',
    0,
  ],
  ["2.3", "assigning", '[data-surface*="detail_view_header"] a[role=button][aria-haspopup]', 1],
  [
    "2.3",
    "its menu",
    '[data-surface*="detail_view_header"] [role=button][aria-haspopup=menu] .accessible_elem',
    1,
  ],
  [
    "2.4",
    "the region",
    '[role=region][tabindex="0"][aria-label="Message list container with messages, suggestions and typing indicators"]',
    1,
  ],
  ["2.4", "messages", '[role=region] [data-message-id^="mid.$"]', 3],
  ["2.4", "two bubbles under one id", "[data-message-id] [dir=auto]", 2],
  ["2.4", "time on the group", "[role=region] [data-utime]", 3],
  ["2.4", "the ad line, without an id", "[role=region] > * [role=button]", "some"],
  [
    "2.5",
    "Lexical",
    '[role=textbox][contenteditable=true][data-lexical-editor=true][aria-placeholder="Reply in Messenger…"]',
    1,
  ],
  ["2.5", "no Send while there is no text", "[role=button][aria-label=Send]", 0],
  ["2.5", "a like instead", "[role=button][aria-label='Send a Like']", 1],
  [
    "2.6",
    "contact details",
    "[data-pagelet=BizInboxContextCardDetail] [aria-label='Collapse contact details']",
    1,
  ],
];

const countAll = (tab: Tab, all: string[]) =>
  tab.evaluate((list) => list.map((css) => document.querySelectorAll(css).length), all);

test("the page carries what the facts say", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE, tabDelay: 0 });
  await openRow(tab, "Nora Lind");
  await tab.waitFor('[role=tab][href*="selected_item_id"]', { count: 3 });
  const counts = await countAll(
    tab,
    MARKUP.map(([, , css]) => css),
  );
  const seen = MARKUP.map(([section, says], place) => `${section} ${says}: ${counts[place]}`);
  const wanted = MARKUP.map(([section, says, , count], place) => {
    const isSome = count === "some" && (counts[place] ?? 0) > 0;
    return `${section} ${says}: ${isSome ? counts[place] : count}`;
  });
  expect(seen).toEqual(wanted);

  // Surfaces have no box, groups say their side by computed justify-content, times are seconds with decimals.
  const said = await tab.evaluate(() => {
    const boxes = [...document.querySelectorAll("[data-surface]")].map((one) => one.getBoundingClientRect());
    const sideOf = (node: Element): string => {
      const side = getComputedStyle(node).justifyContent;
      return side.startsWith("flex-") || !node.parentElement ? side : sideOf(node.parentElement);
    };
    return {
      boxes: boxes.filter(({ width, height }) => width + height > 0).length,
      sides: [...document.querySelectorAll("[data-message-id]")].map(sideOf),
      time: document.querySelector("abbr[data-utime]")?.getAttribute("data-utime"),
    };
  });
  expect(said.boxes).toBe(0);
  expect(said.sides).toEqual(["flex-start", "flex-end", "flex-start"]);
  expect(said.time).toMatch(/^\d{10}\.\d{3}$/);
  expect(Math.abs(Number(said.time) * 1000 - Date.now() + 4 * 60_000)).toBeLessThan(30_000);

  // A row's fiber holds its thread within four steps, and only the page's world sees it.
  const found = await tab.evaluate(() => {
    const row = document.querySelector('[role="presentation"]');
    const key = Object.keys(row ?? {}).find((name) => name.startsWith("__reactFiber$"));
    let fiber = row && key ? Reflect.get(row, key) : null;
    for (let step = 1; step <= 4; step += 1) {
      fiber = fiber?.return;
      const { thread } = fiber?.memoizedProps ?? {};
      if (thread?.threadID) return { step, id: thread.threadID, title: thread.title, at: thread.timestamp };
    }
    return null;
  });
  expect(found).toMatchObject({ id: "100000000000011", title: "Nora Lind" });
  expect(found?.at).toBeGreaterThan(Date.now() - 5 * 60_000);
});

test("other rows: nested, the selection inside, names on the pictures, links to nowhere", async ({
  inbox,
}) => {
  const rows = { nestedRows: true, selectedOn: "inner" as const, avatarAlt: true, rowLinks: "hash" as const };
  const tab = await inbox({ threads: THREE, ...rows });
  await openRow(tab, "Gabe");
  const selectors = [
    "[role=presentation] > [role=presentation]",
    "[role=presentation][aria-selected]",
    '[role=presentation] div[aria-selected="true"] img.img[alt=Gabe]',
    '[role=presentation] a[href="#"]:not([role])',
  ];
  expect(await countAll(tab, selectors)).toEqual([3, 0, 1, 3]);
});

test("other generations: no surfaces, no pagelets, no old classes; rows as links; other names for the same classes", async ({
  inbox,
}) => {
  const bare = { surfaces: false, pagelets: false, legacyClasses: false };
  const tab = await inbox({ threads: THREE, ...bare, rowLinks: "full", classSeed: 7 });
  const gone = ["[data-surface]", "[data-pagelet]", "._5_n1, ._4ik4, .timestamp"];
  expect(await countAll(tab, gone)).toEqual([0, 0, 0]);
  expect(await tab.count('[role=presentation] a[href*="selected_item_id=610000000000013"]')).toBe(1);
  const classes = () => tab.evaluate(() => document.querySelector('[role="presentation"]')?.className);
  const before = await classes();
  const { box } = await tab.see({ css: '[role="presentation"]', nth: 1 });
  await tab.suite("rotateClasses", 8);
  expect(await classes()).not.toBe(before);
  expect((await tab.see({ css: '[role="presentation"]', nth: 1 })).box).toEqual(box);
});
