import type { SuiteConfig } from "#test/business-suite/config.ts";
import type { Tab } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { button, openCounted, panel, status } from "./overlay.ts";
import { misfits } from "./overlay-fits.ts";
import { changeSettings } from "./settings.ts";

const MARKUP = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;
const LONG = `${"Long ".repeat(2_000)}end`;
/** Turns what follows around, and isolates it, without an end. */
const TURNED = "\u202Eevil\u2067 name";

const NAMES = [`${MARKUP} Nora`, LONG, TURNED, "👩‍👩‍👧‍👦🏳️‍🌈 Mira 😀"];
const threads: SuiteConfig["threads"] = NAMES.map((name, place) => ({
  id: `10000000000001${place}`,
  channel: "FB_MESSAGE",
  name,
  entries: [{ from: "customer", text: `${MARKUP} how much?`, minutesAgo: 10 + place }],
  labels: [MARKUP, LONG, TURNED],
}));

/** Runs in the page: what became more than text in our tree, and what is cut without an ellipsis. */
function harm(): string[] {
  const root = document.querySelector("rung-overlay")?.shadowRoot;
  const made = [...(root?.querySelectorAll("img, script, iframe, a[href^='javascript']") ?? [])];
  const texts = [...(root?.querySelectorAll<HTMLElement>(".bar *, .panel *, .mark") ?? [])];
  const hard = texts.filter(
    (one) =>
      one.offsetParent !== null &&
      one.children.length === 0 &&
      one.scrollWidth > one.clientWidth + 1 &&
      getComputedStyle(one).overflow !== "visible" &&
      getComputedStyle(one).textOverflow !== "ellipsis" &&
      !/auto|scroll/.test(getComputedStyle(one).overflow),
  );
  return [
    ...("hacked" in window ? ["a script of the page's words ran"] : []),
    ...made.map((one) => `made of text: ${one.outerHTML.slice(0, 80)}`),
    ...hard.map((one) => `cut without an ellipsis: ${one.className} ${one.textContent?.slice(0, 40)}`),
  ];
}

const check = async (tab: Tab, what: string) =>
  expect([...(await tab.evaluate(harm)), ...(await misfits(tab))], what).toEqual([]);

test("names, macros, labels and words that are markup, endless, turned around or pictures are text, and are cut", async ({
  rung,
}, info) => {
  await changeSettings(rung, {
    macros: [
      {
        id: "markup",
        name: MARKUP.slice(0, 100),
        folder: MARKUP.slice(0, 100),
        template: `Dear {{customer.first_name}} ${MARKUP}`,
      },
      { id: "long", name: `Endless ${"x".repeat(90)}`, folder: null, template: "y".repeat(10_000) },
      { id: "turned", name: TURNED, folder: TURNED, template: `${TURNED} 👩‍👩‍👧‍👦` },
    ],
    creators: [MARKUP.slice(0, 80), TURNED],
  });
  const tab = await openCounted(rung, { threads });
  const height = async () => (await tab.see({ css: ".bar", in: "overlay" })).box?.height;
  const plain = await height();
  for (const place of NAMES.keys()) {
    await tab.suite("openThread", `10000000000001${place}`);
    await tab.waitFor(status(/Not tagged yet/));
    await tab.press("Alt+Shift+Digit3");
    await tab.waitFor(status(/Qualified by you/));
    await check(tab, NAMES[place]?.slice(0, 40) ?? "");
    expect(await height()).toBe(plain);
    await info.attach(`name ${place}`, {
      body: Buffer.from(await tab.screenshot()),
      contentType: "image/png",
    });
  }
  await tab.suite("openThread", "100000000000010");
  await tab.waitFor({ css: ".status .name", in: "overlay", text: "<img src=x" });
  for (const name of ["Macros", /^(?:Source|Ad) /]) {
    await tab.click(button(name));
    await tab.waitFor(panel);
    await check(tab, String(name));
    await info.attach(String(name), { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    await tab.press("Escape");
    await tab.waitGone(panel);
  }
  await tab.press("Alt+Shift+KeyM");
  await tab.waitFor(panel);
  await tab.type("img");
  await tab.press("Enter");
  await tab.waitUntil(
    async () => (await tab.suite("composerText")).includes("<script>"),
    "the macro, as text",
  );
  await check(tab, "inserted");
  expect(await tab.suite("sent")).toEqual([]);
  expect(await tab.suite("errors")).toEqual([]);
});
