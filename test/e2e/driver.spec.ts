import type { Tab } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { THREE } from "./stand-in.ts";

/** A second host beside the overlay's, with an open shadow root in which another one stands. */
const plant = (tab: Tab) =>
  tab.evaluate(() => {
    const host = document.body.appendChild(document.createElement("rung-overlay"));
    Object.assign(host.style, { position: "fixed", top: "300px", left: "500px", zIndex: "9" });
    const root = host.attachShadow({ mode: "open" });
    const maker = {
      make(tag: string, text: string, to: ParentNode, attributes: Record<string, string> = {}) {
        const element = document.createElement(tag);
        element.textContent = text;
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        return to.appendChild(element);
      },
    };
    const { make } = maker;
    const log = make("output", "", root, { "aria-label": "Log" });
    const button = make("button", "Planted", root, { class: "outcome" });
    make("span", " 3", button, { "aria-hidden": "true" });
    make("button", "Planted", root, { hidden: "" });
    make("div", "Send", root, { role: "button", "aria-label": "Send" });
    const inner = make("div", "", root).attachShadow({ mode: "open" });
    make("label", "Amount", inner, { for: "amount" });
    make("input", "", inner, { id: "amount", value: "12" });
    button.addEventListener("click", () => {
      log.textContent += "clicked";
    });
    return null;
  });

const failure = (click: Promise<void>) =>
  click.then(
    () => "clicked",
    (error: Error) => error.message,
  );

const PLANTED = { role: "button", name: "Planted" };
const LOG = { role: "status", name: "Log", in: "overlay" } as const;

test("targets reach into open shadow roots; one that is covered, missing or not alone is never clicked; chords arrive by code", async ({
  inbox,
}) => {
  const tab = await inbox({ threads: THREE });
  await plant(tab);
  expect(await tab.count(PLANTED)).toBe(1);
  expect(await tab.count({ role: "button", name: /^plan/i, in: "overlay" })).toBe(1);
  expect(await tab.count({ ...PLANTED, in: "page" })).toBe(0);
  expect(await tab.count("button.outcome")).toBe(1);
  await tab.click(PLANTED);
  expect(await tab.read(LOG)).toBe("clicked");
  await tab.write({ role: "textbox", name: "Amount" }, "85");
  expect(await tab.read({ role: "textbox", name: "Amount" })).toBe("85");
  expect((await tab.see({ role: "textbox", name: "Amount" })).focused).toBe(true);

  // The error of a click that was not made says why.
  expect(await failure(tab.click("#nowhere", { within: 200 }))).toContain("#nowhere: not there");
  expect(await failure(tab.click("[role=tab]", { within: 200 }))).toContain("there are 6 of them");
  await tab.evaluate(() => {
    const cover = document.body.appendChild(document.createElement("div"));
    cover.id = "cover";
    Object.assign(cover.style, { position: "fixed", inset: "0", zIndex: "10" });
  });
  expect(await failure(tab.click(PLANTED, { within: 200 }))).toContain('covered by <div id="cover"');
  setTimeout(() => void tab.evaluate(() => document.getElementById("cover")?.remove()), 300);
  await tab.click(PLANTED);
  expect(await tab.read(LOG)).toBe("clickedclicked");

  // Chords that nobody takes arrive as the keyboard sends them.
  await tab.evaluate(() => {
    [...document.querySelectorAll("rung-overlay")].at(-1)?.remove();
    addEventListener("keydown", (event) => {
      const { code, altKey, shiftKey, isTrusted } = event;
      event.preventDefault();
      document.title = [document.title, code, altKey, shiftKey, isTrusted].join(" ");
    });
    document.title = "";
  });
  await tab.press("Alt+Shift+Digit7");
  expect(await tab.evaluate(() => document.title)).toContain("Digit7 true true true");
});

test("two tabs with configs of their own, a picture of each", async ({ rung }) => {
  const light = await rung.openInbox({ threads: THREE });
  const dark = await rung.openInbox({ threads: THREE, theme: "dark", language: "de" });
  expect(await light.read("[role=heading]")).toBe("Inbox");
  expect(await dark.read("[role=heading]")).toBe("Postfach");
  await dark.reload();
  expect(await dark.read("[role=heading]")).toBe("Postfach");
  const picture = await dark.screenshot();
  expect(Buffer.from(picture).subarray(1, 4).toString()).toBe("PNG");
  expect(await rung.tabs()).toHaveLength(2);
});
