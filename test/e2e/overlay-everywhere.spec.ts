import type { SuiteConfig } from "#test/business-suite/config.ts";
import type { Tab } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { bar, button, openCounted, panel, pressed, status } from "./overlay.ts";
import { leftOut, misfits } from "./overlay-fits.ts";
import { zoomTo } from "./zoom.ts";

/** The commands that open a panel, and what stands in it. */
const PANELS = [
  ["KeyC", /Need/],
  ["KeyH", /Booking/],
  ["KeyF", /Tomorrow|Mon|Tue|Wed|Thu|Fri|Sat|Sun/],
  ["KeyM", /Thanks/],
  ["Slash", /No answer needed/],
] as const;

/** Every command by its chord; each panel stands inside the window, takes the keys and closes. */
async function useAll(tab: Tab): Promise<void> {
  await tab.press("Alt+Shift+Digit3");
  await tab.waitFor(status(/Qualified by you/));
  for (const [code, text] of PANELS) {
    await tab.press(`Alt+Shift+${code}`);
    await tab.waitFor({ ...panel, text });
    expect(await misfits(tab), code).toEqual([]);
    await tab.press("Escape");
    await tab.waitGone(panel);
    // The list of keys leaves the focus in the page, whose Escape that was.
    if (code === "Slash") await tab.suite("forgetHeard");
  }
  await tab.press("Alt+Shift+KeyJ");
  await tab.waitFor(panel);
  await tab.type("jk 12");
  await tab.press("Escape");
  await tab.waitFor(button(/^Note and history/));
  await tab.press("Alt+Shift+Digit1");
  await tab.waitFor(panel);
  await tab.press("Alt+Shift+Digit1");
  await tab.waitUntil(
    async () => (await tab.see({ css: ".menu button", in: "overlay", nth: 0 })).focused,
    "the menu's focus",
  );
  await tab.press("Digit2");
  await tab.waitFor(status(/Unqualified \(no budget\) by you/));
  await tab.press("Alt+Shift+Digit5");
  await tab.waitFor(panel);
  await tab.type("85.50");
  expect(await misfits(tab), "the amount").toEqual([]);
  await tab.press("Enter");
  await tab.waitGone(panel);
  await tab.waitFor({ ...pressed, text: "Converted" });
}

interface Place {
  name: string;
  config: Partial<SuiteConfig>;
  trap: "focusin" | "focusout" | "both";
  size: [width: number, height: number];
}

const PLACES: Place[] = [
  { name: "English, dark", config: { theme: "dark" }, trap: "both", size: [1280, 800] },
  {
    name: "German, a root of 10 px, narrow",
    config: { language: "de", tinyRem: true, details: false },
    trap: "focusin",
    size: [780, 640],
  },
  { name: "Arabic, right to left", config: { language: "ar" }, trap: "focusout", size: [1280, 800] },
];

for (const { name, config, trap, size } of PLACES)
  test(`every command, under the page's hot keys and focus trap: ${name}`, async ({ rung }, info) => {
    const tab = await openCounted(rung, { ...config, hotKeys: true });
    await tab.resize(...size);
    await tab.suite("openDialog", trap);
    await tab.suite("forgetHeard");
    await useAll(tab);
    await info.attach(name, { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    const ours = new Set(["Alt", "Shift"]);
    const heard = (await tab.suite("heard")).filter(
      ({ type, what }) => /^key|input/.test(type) && !ours.has(what ?? ""),
    );
    expect(heard).toEqual([]);
    expect(await tab.suite("hotKeysFired")).toEqual([]);
    expect(await tab.suite("composerText")).toBe("");
    expect(await tab.suite("sent")).toEqual([]);
    expect(await tab.suite("errors")).toEqual([]);
  });

test("the browser's own zoom, 50 % to 200 %: everything stands in its place, and answers", async ({
  rung,
}, info) => {
  const tab = await openCounted(rung, { details: false });
  await tab.resize(1920, 1080);
  try {
    for (const factor of [0.5, 0.75, 1.5, 2]) {
      await zoomTo(rung, factor);
      await tab.bringToFront();
      const offBy = async () => Math.round((await tab.evaluate(() => innerWidth)) * factor) - 1920;
      await tab.waitUntil(async () => Math.abs(await offBy()) < 4, `a zoom of ${factor}`);
      await tab.waitUntil(async () => (await misfits(tab)).length === 0, "the bar in its place");
      await info.attach(`${factor}`, { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    }
    await useAll(tab);
    await info.attach("used at 2", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  } finally {
    await zoomTo(rung, 0);
  }
});

/** The list and what stands before it, px: the rest of the window is the conversation. */
const BESIDE = 440;

test("a low or narrow window: the bar folds, tags by key, shows time, sending and Undo, and unfolds by key and click", async ({
  rung,
}, info) => {
  const tab = await openCounted(rung, { details: false });
  await tab.resize(BESIDE + 200, 400);
  await tab.waitFor(button(/^Unfold/));
  await tab.press("Alt+Shift+Digit3");
  await tab.waitFor({ css: ".outcomes button:nth-child(3)[aria-pressed=true]", in: "overlay" });
  const amiss = async () => [...(await misfits(tab)), ...(await leftOut(tab))];
  for (const theme of ["light", "dark"] as const) {
    await tab.suite("setTheme", theme);
    await tab.waitFor({ css: `rung-overlay[data-theme=${theme}]` }, { within: 6_000 });
    for (const [pane, height] of [
      [200, 400],
      [230, 800],
      [320, 800],
      [320, 400],
      [480, 400],
      [640, 400],
      [800, 400],
      [820, 800],
    ] as const) {
      await tab.resize(BESIDE + pane, height);
      const what = `${theme}, a conversation of ${pane} px in a window of ${height} px`;
      await tab.waitUntil(async () => (await amiss()).length === 0, what).catch(() => undefined);
      expect(await amiss(), what).toEqual([]);
    }
  }
  await tab.resize(BESIDE + 200, 400);
  await info.attach("one line", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  await tab.click(button("Undo"));
  await tab.waitFor({ css: ".outcomes:not(:has([aria-pressed=true]))", in: "overlay" });
  await tab.press("Alt+Shift+Digit3");
  await tab.press("Alt+Shift+KeyL");
  await tab.waitFor(button(/^Fold/));
  await tab.click(button(/^Fold/));
  await tab.waitFor(button(/^Unfold/));
  await tab.resize(1280, 800);
  await tab.press("Alt+Shift+KeyL");
  await tab.waitFor(status(/Qualified by you/));
});

test("where neither messages nor composer are found a floating panel has the same keys", async ({
  rung,
}, info) => {
  const tab = await openCounted(rung, { pane: "bare", messageIds: "none", composer: "none" });
  await tab.waitFor({ css: ".health[data-well=false]", in: "overlay" });
  const { box } = await tab.see(bar);
  const height = await tab.evaluate(() => innerHeight);
  expect(Math.round(height - (box?.y ?? 0) - (box?.height ?? 0))).toBe(4);
  await tab.press("Alt+Shift+Digit3");
  await tab.waitFor(status(/Qualified by you/));
  await tab.press("Alt+Shift+KeyH");
  await tab.waitFor({ ...panel, text: /Booking/ });
  await tab.press("Digit2");
  await tab.waitFor(status(/Handed to booking by you/));
  await info.attach("floating", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  expect(await tab.suite("errors")).toEqual([]);
});
