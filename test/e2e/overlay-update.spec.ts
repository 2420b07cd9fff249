import { expect, test } from "./fixtures.ts";
import { blocker, button, openCounted, status } from "./overlay.ts";

/** The overlays in the page: "old" those of before the update. */
const hosts = () =>
  [...document.querySelectorAll<HTMLElement>("rung-overlay")].map(({ dataset }) => dataset["age"] ?? "new");

const markOld = () => {
  for (const host of document.querySelectorAll<HTMLElement>("rung-overlay")) host.dataset["age"] = "old";
};

/** As an update does: the extension starts anew under the open page. */
function reload(): void {
  const { chrome } = globalThis as unknown as { chrome: { runtime: { reload: () => void } } };
  setTimeout(() => chrome.runtime.reload(), 50);
}

test("an update under the open page: the old overlay says reload, or makes room for the new one", async ({
  rung,
  kind,
}) => {
  const tab = await openCounted(rung);
  await tab.click(button("Qualified"));
  await tab.waitFor(status(/Qualified by you, .* kept in this browser/));
  await tab.evaluate(markOld);
  const popup = await rung.openExtension("popup.html");
  await popup.evaluate(reload);
  // While the browser closes the extension's own pages, it may refuse to bring a tab to the front.
  const comesToFront = () =>
    tab.bringToFront().then(
      () => true,
      () => false,
    );
  await tab.waitUntil(comesToFront, "the inbox in front");
  if (kind === "chromium") {
    await tab.waitFor(blocker(/Rung was updated/));
    await tab.press("Alt+Shift+Digit4");
    await tab.waitFor(status(/Nothing tagged: Rung was updated\. Reload the page to go on\./));
    await tab.click(button("Reload the page"));
  }
  // Between two pages there is nothing to ask.
  const standing = () => tab.evaluate(hosts).catch((): string[] => []);
  await tab.waitUntil(async () => (await standing()).includes("new"), "the new overlay", { within: 20_000 });
  await tab.waitFor(button("Undo"));
  await tab.waitFor(status(/Qualified by you/));
  expect(await tab.evaluate(hosts)).toEqual(["new"]);
  await tab.press("Alt+Shift+Digit4");
  await tab.waitFor(status(/Sales-ready by you/));
});
