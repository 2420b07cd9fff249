import type { SuiteConfig } from "#test/business-suite/config.ts";
import type { Tab } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { bar, button, cutOff, openCounted, openOther, panel, status } from "./overlay.ts";

interface Look {
  name: string;
  config?: Partial<SuiteConfig>;
  /** One page load, seen in each of them. */
  views: { theme: SuiteConfig["theme"]; size: [width: number, height: number] }[];
}

const AS_EVER = { theme: "light" as const, size: [1280, 800] as [number, number] };

const LOOKS: Look[] = [
  {
    name: "light, dark, page zoom 50 %",
    views: [AS_EVER, { ...AS_EVER, theme: "dark" }, { ...AS_EVER, size: [2560, 1600] }],
  },
  { name: "right to left", config: { language: "ar" }, views: [AS_EVER] },
  { name: "a page of 10 px rem, in German", config: { tinyRem: true, language: "de" }, views: [AS_EVER] },
  {
    name: "page zoom 200 %, a narrow conversation",
    config: { details: false },
    views: [
      { theme: "light", size: [760, 560] },
      { theme: "dark", size: [780, 800] },
    ],
  },
  { name: "no composer", config: { composer: "none" }, views: [AS_EVER] },
];

interface Boxes {
  bar: DOMRect;
  pane: DOMRect;
  composer: DOMRect | null;
  lastMessage: DOMRect;
  viewport: { width: number; height: number };
}

/** Where things stand, with the messages scrolled to their end as the page leaves them. */
const boxes = (tab: Tab): Promise<Boxes> =>
  tab.evaluate(() => {
    const region = document.querySelector("[role=region]");
    const found = document.querySelector("rung-overlay")?.shadowRoot?.querySelector(".bar");
    const last = [...(region?.querySelectorAll("[data-message-id]") ?? [])].at(-1);
    if (!region?.parentElement || !found || !last) throw new Error("The page is not there.");
    const composer = document.querySelector("[role=textbox][contenteditable], textarea");
    return {
      bar: found.getBoundingClientRect().toJSON(),
      pane: region.getBoundingClientRect().toJSON(),
      composer: composer?.getBoundingClientRect().toJSON() ?? null,
      lastMessage: last.getBoundingClientRect().toJSON(),
      viewport: { width: innerWidth, height: innerHeight },
    };
  });

for (const { name, config, views } of LOOKS)
  test(`the bar in the page: ${name}`, async ({ rung }, info) => {
    const tab = await openCounted(rung, config);
    await tab.click(button("Qualified"));
    await tab.waitFor(status(/Qualified by you/));
    for (const { theme, size } of views) {
      await tab.suite("setTheme", theme);
      await tab.resize(...size);
      // The page scrolls a conversation to its end when it opens it.
      const first = await tab.suite("opened");
      await openOther(tab);
      await tab.suite("openThread", first?.id ?? "");
      await tab.waitFor(status(/Qualified by you/));
      const picture = { body: Buffer.from(await tab.screenshot()), contentType: "image/png" };
      await info.attach(`${name}: ${theme}, ${size.join(" x ")}`, picture);

      const { bar, pane, composer, lastMessage, viewport } = await boxes(tab);
      expect(bar.left).toBeGreaterThanOrEqual(pane.left);
      expect(bar.right).toBeLessThanOrEqual(pane.right);
      expect(bar.bottom).toBeLessThanOrEqual(composer?.top ?? viewport.height);
      expect(lastMessage.bottom, "the last message is covered").toBeLessThanOrEqual(bar.top);
      if (composer)
        expect(composer.bottom, "the composer was pushed out").toBeLessThanOrEqual(viewport.height);
      expect(await cutOff(tab)).toEqual([]);
    }
    expect(await tab.suite("errors")).toEqual([]);
  });

test("the bar keeps its height between conversations, tagged or not, and folds to two lines", async ({
  rung,
}) => {
  const tab = await openCounted(rung);
  const { height } = (await boxes(tab)).bar;
  await tab.click(button("Converted"));
  await tab.press("Escape");
  expect((await boxes(tab)).bar.height).toBe(height);
  await openOther(tab);
  expect((await boxes(tab)).bar.height).toBe(height);
  await tab.click(button(/^Fold/));
  await tab.waitUntil(async () => (await boxes(tab)).bar.height < 80, "two lines");
  await tab.click(button(/^Unfold/));
  await tab.waitUntil(async () => (await boxes(tab)).bar.height === height, "the height it had");

  // What the page lays over the conversation is not covered by the bar.
  await tab.evaluate(() => {
    const layer = document.body.appendChild(document.createElement("div"));
    layer.id = "layer";
    Object.assign(layer.style, { position: "fixed", inset: "0", zIndex: "5", background: "#0008" });
  });
  await tab.waitGone(bar);
  await tab.evaluate(() => document.getElementById("layer")?.remove());
  await tab.waitFor(bar);
});

test("what opens above the bar stays inside the window, and closes", async ({ rung }) => {
  const tab = await openCounted(rung, { language: "ar" });
  await tab.resize(1000, 420);
  // So low a window leaves one line to the bar, unless somebody wants it all.
  await tab.click(button(/^Unfold/));
  for (const name of ["Unqualified", "Hand off", "Macros"]) {
    await tab.click(button(name));
    const { box } = await tab.see(panel);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(await cutOff(tab)).toEqual([]);
    await tab.press("Escape");
    if ((await tab.count(panel)) > 0) await tab.click(button(/^Close/));
    await tab.waitGone(panel);
  }
});
