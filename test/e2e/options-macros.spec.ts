import { expect, test } from "./fixtures.ts";
import { openCounted, panel } from "./overlay.ts";

const field = (name: string) => ({ role: "textbox", name });
const press = (name: string) => ({ role: "button", name });
const done = (text: string) => ({ css: "output", text });
const item = (text: string | RegExp) => ({ css: ".menu li", in: "overlay", text }) as const;

test("a macro of one's own is written with a preview, copied, undone, and found in the picker; a word is tried", async ({
  rung,
}, info) => {
  const options = await rung.openExtension("options.html");
  const look = async (name: string) =>
    info.attach(name, { body: Buffer.from(await options.screenshot()), contentType: "image/png" });
  await options.click(press("Add a macro of your own"));
  await options.write(field("Name"), "Which size");
  await options.write(field("Folder"), "Fit / Tops");
  await options.write(field("Text"), "Hello {{customer.nmae}}");
  await options.waitFor({ css: "#own-macros mark", text: "{{customer.nmae}}" });
  await options.write(field("Text"), "Hello ");
  await options.click(press("Insert customer.first_name: The first word of it"));
  await options.type("!");
  await options.waitFor({ css: "#own-macros output", text: "Hello Nora!" });
  await look("editor");
  await options.click(press("Save"));
  await options.waitFor(done("Saved “Which size”."));
  await options.click(press("Copy Which size"));
  await options.waitFor(press("Edit Which size (copy)"));
  await options.click(press("Undo"));
  await options.waitGone(press("Edit Which size (copy)"));

  await options.write(field("Words to listen for"), "Price");
  await options.waitFor({ css: "#suggestions", text: "“Price” is there already." });
  await options.write(field("Words to listen for"), "discount, rebate");
  await options.press("Enter");
  await options.waitFor(done("Added “discount”, “rebate”."));
  await options.write(field("A customer writes"), "Any DISCOUNT?");
  await options.waitFor({ css: "#suggestions output", text: "“discount”: hand off" });
  await look("suggestions");

  const tab = await openCounted(rung);
  await tab.press("Alt+Shift+KeyM");
  await tab.waitFor(item(/^Fit/));
  for (const key of ["ArrowDown", "ArrowUp", "ArrowRight"]) await tab.press(key);
  await tab.waitFor(item(/^Tops/), { count: 1 });
  await info.attach("folder", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  await tab.type("wisi");
  await tab.waitFor(item(/Which size.*yours/), { count: 1 });
  await tab.press("Enter");
  await tab.waitGone(panel);
  await tab.waitUntil(async () => /^Hello \S+!$/.test(await tab.suite("composerText")), "the text");
  await tab.waitFor({ css: ".spoken", in: "overlay", text: /inserted, not sent/ });
  await tab.press("Alt+Shift+KeyM");
  await tab.waitFor(item(/^Which size.*yours, 1×/));
  expect(await tab.suite("sent")).toEqual([]);
});
