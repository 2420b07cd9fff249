import { expect, test } from "./fixtures.ts";
import { button, status } from "./overlay.ts";
import { team } from "./team.ts";

const [SHOP, STUDIO] = ["9000000000000001", "9000000000000002"];

test("two teams on two servers in one browser: each hears of its own Page alone", async ({ rung }, info) => {
  await using shop = await team("Sample Shop");
  await using studio = await team("Studio");
  const options = await rung.openExtension("options.html");
  const pair = async (server: string, code: string, name: string) => {
    await options.write({ role: "textbox", name: "Address of the server" }, server);
    await options.write({ role: "textbox", name: "Pairing code" }, code);
    await options.click({ role: "button", name: "See what it pairs with" });
    await options.click({ role: "button", name: `Pair with ${name}` });
    await options.waitFor({ css: "#team", text: `${name}, as rep` });
  };
  await pair(shop.url, await shop.code("Kim", "rep", SHOP), "Sample Shop");
  await options.click({ role: "button", name: "Pair with another team" });
  await pair(studio.url, await studio.code("Kim", "rep", STUDIO), "Studio");
  await info.attach("options", {
    body: Buffer.from(await options.screenshot()),
    contentType: "image/png",
  });

  for (const [asset, server] of [
    [SHOP, shop],
    [STUDIO, studio],
  ] as const) {
    const inbox = await rung.openInbox({ start: "first", asset });
    await inbox.waitFor(status(/Not tagged yet/));
    await inbox.click(button("Qualified"));
    await inbox.waitFor(status(/Qualified by you, .*synced/));
    expect((await server.scorecard()).total.tally.taggedOfAll).toBe(1);
    expect((await shop.scorecard()).total.tally.taggedOfAll).toBe(1);
    await inbox.close();
  }

  const popup = await rung.openExtension("popup.html");
  await popup.waitFor({ css: "footer", text: /Up to date/ });
  await popup.waitFor({ css: "label", text: "Team" });
  await info.attach("popup", {
    body: Buffer.from(await popup.screenshot()),
    contentType: "image/png",
  });
  await popup.close();

  await options.bringToFront();
  await options.click({ role: "button", name: "Unpair", nth: 0 });
  await options.click({ role: "button", name: "Unpair", nth: 0 });
  await options.waitFor({ role: "button", name: "Unpair" }, { count: 1 });
});
