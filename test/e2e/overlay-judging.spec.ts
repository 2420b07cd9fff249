import { expect, test } from "./fixtures.ts";
import { button, cutOff, openCounted, openOther, panel, status } from "./overlay.ts";
import { changeSettings } from "./settings.ts";

const chip = (text: string | RegExp) => ({ css: ".suggested", in: "overlay", text }) as const;
const story = (text: string | RegExp) => ({ css: ".story li", in: "overlay", text }) as const;
const history = button(/^Note and history/);

test("words suggest, a checklist speaks, a note and the history are a key away", async ({ rung }, info) => {
  const look = async (name: string) =>
    info.attach(name, { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  await changeSettings(rung, {
    keywords: [
      { word: "refund", suggests: { kind: "handoff", to: null } },
      { word: "ANNA10", suggests: { kind: "source", source: { kind: "creator", creator: "Anna" } } },
    ],
  });
  const tab = await openCounted(rung);
  const first = (await tab.suite("opened"))?.id ?? "";

  await tab.suite("customerWrites", first, "Can I get a REFÚND? I have the code anna10");
  await tab.waitFor(chip(/“refund”: hand off/));
  expect(await cutOff(tab)).toEqual([]);
  await look("suggested");
  await tab.press("Alt+Shift+KeyD");
  await tab.waitFor(chip(/“ANNA10”: source: Creator Anna/));
  await tab.press("Alt+Shift+KeyS");
  await tab.waitFor({ css: ".source .chip", in: "overlay", text: "Creator Anna" });
  await tab.waitGone(chip(/./));

  await tab.press("Alt+Shift+KeyC");
  await tab.waitFor(panel);
  await tab.press("Digit1");
  await tab.press("Digit2");
  await tab.waitFor({ css: ".checklist", in: "overlay", text: "2/5" });
  await look("checklist");
  await tab.press("Digit6");
  await tab.waitFor(status(/Partially qualified by you/));
  await tab.waitGone(panel);

  await tab.press("Alt+Shift+KeyJ");
  await tab.waitFor(story(/Partially qualified you/));
  await tab.waitFor(story(/Source: Creator Anna, from a keyword you/));
  await tab.waitFor(story(/Ticked Need, Urgency you/));
  await tab.type("Calls back at five 😀");
  await look("history");
  await tab.press("Escape");
  await tab.waitFor({ css: ".story-link", in: "overlay", text: "Calls back at five 😀" });

  await openOther(tab);
  await tab.waitFor({ css: ".story-link", in: "overlay", text: "History" });
  await tab.reload();
  await tab.suite("openThread", first);
  await tab.waitFor({ css: ".story-link", in: "overlay", text: "Calls back at five 😀" });
  expect(await tab.count(chip(/./))).toBe(0);
  await tab.click(history);
  await tab.click(history);
  await tab.waitGone(panel);
  expect(await tab.suite("sent")).toEqual([]);
  expect(await tab.suite("errors")).toEqual([]);

  const options = await rung.openExtension("options.html");
  await options.waitFor({ css: "#privacy tbody th", text: /Your own notes on conversations/ });
});
