import { expect, test } from "./fixtures.ts";
import { blocker, button, openCounted, status } from "./overlay.ts";

const hosts = () => document.querySelectorAll("rung-overlay").length;

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
  const popup = await rung.openExtension("popup.html");
  await popup.evaluate(reload);
  await tab.bringToFront();
  if (kind === "chromium") {
    // A build that was loaded by command line does not come back, so the page's reload is not followed here.
    await tab.waitFor(blocker(/Rung was updated/));
    await tab.press("Alt+Shift+Digit4");
    await tab.waitFor(status(/Nothing tagged: Rung was updated\. Reload the page to go on\./));
    await tab.waitFor(button("Reload the page"));
    return;
  }
  await tab.waitFor(button("Undo"), { within: 20_000 });
  await tab.waitFor(status(/Qualified by you/));
  expect(await tab.evaluate(hosts)).toBe(1);
  await tab.press("Alt+Shift+Digit4");
  await tab.waitFor(status(/Sales-ready by you/));
});
