import { expect, test } from "./fixtures.ts";
import { button, status } from "./overlay.ts";
import { chooseFile, importSpend, openAndCount, spendOf } from "./pages.ts";

const today = () => new Date().toISOString().slice(0, 10);

test("the popup says what to do first; then it shows what was tagged and what it cost", async ({ rung }) => {
  const first = await rung.openExtension("popup.html");
  await first.waitFor({ css: "h2", text: "Start with one conversation" });
  await first.waitFor({ css: "footer", text: "Not paired" });

  const inbox = await openAndCount(rung);
  await inbox.click(button("Qualified"));
  await inbox.waitFor(status(/Qualified by you/));
  await importSpend(rung, spendOf(today(), "600.00"));

  const popup = await rung.openExtension("popup.html");
  await popup.waitFor({ css: "ol li", nth: 0, text: /Started\s*1/ });
  await popup.waitFor({ css: "ol li", nth: 3, text: /Qualification rate\s*100/ });
  // The figures of before the import may come first.
  await popup.waitFor({ css: "main", text: "Blended over all: $600.00" });
  await popup.waitFor({ css: "footer", text: "Not paired: figures of this browser alone." });
});

test("a file that is wrong is refused with its row, and nothing of it is kept", async ({ rung }) => {
  const options = await rung.openExtension("options.html");
  await options.waitFor({ css: "#spend h2" });
  await chooseFile(options, "broken.csv", spendOf(today(), "12x"));
  await options.waitFor({ css: "#spend [role=alert]", text: /row 2, column “Amount spent \(USD\)”/ });
  expect(await options.read("#spend")).not.toContain("Main");
});

test("what is removed can be brought back, and a new creator is offered in the bar", async ({ rung }) => {
  const options = await rung.openExtension("options.html");
  await options.click({ role: "button", name: "Remove Thanks" });
  await options.waitGone({ role: "button", name: "Remove Thanks" });
  await options.click({ role: "button", name: "Undo" });
  await options.waitFor({ role: "button", name: "Remove Thanks" });
  await options.write({ role: "textbox", name: "New creator" }, "Ana");
  await options.press("Enter");
  await options.waitFor({ css: "output", text: "Added “Ana”." });

  const inbox = await openAndCount(rung);
  await inbox.click(button(/^(?:Source|Ad) /));
  await inbox.waitFor(button(/^Ana/));
});
