import { expect, test } from "./fixtures.ts";
import { button, openOther, status } from "./overlay.ts";
import { openAndCount, pairWith } from "./pages.ts";
import { mortalTeam, team } from "./team.ts";

test("tags reach the team through a server that dies and a background that is killed, each of them once", async ({
  rung,
}) => {
  await using server = await mortalTeam();
  const options = await rung.openExtension("options.html");
  await pairWith(options, server.url, await server.code());

  const inbox = await openAndCount(rung);
  await inbox.click(button("Qualified"));
  await inbox.waitFor(status(/Qualified by .*synced/));

  await server.kill();
  await openOther(inbox);
  await inbox.click(button("Sales-ready"));
  await inbox.waitFor(status(/Sales-ready by/));
  await rung.killBackground();
  const away = await rung.openExtension("popup.html");
  await away.waitFor({ css: "footer", text: /Offline since .*waits? to be sent/ });

  await rung.killBackground();
  await server.comeBack();
  await away.click({ role: "button", name: "Try again" });
  await away.waitFor({ css: "footer", text: /Up to date/ });
  await inbox.waitFor(status(/Sales-ready by .*synced/));
  const { total } = await server.scorecard();
  expect(total.tally.taggedOfAll).toBe(2);
});

test("a rep takes a tag back that the team has already", async ({ rung }) => {
  await using server = await team();
  const options = await rung.openExtension("options.html");
  await pairWith(options, server.url, await server.code("Rae", "rep", "9000000000000001"));
  const inbox = await rung.openInbox({ start: "first" });
  await inbox.waitFor(status(/Not tagged yet/));
  await inbox.click(button("Qualified"));
  await inbox.waitFor(status(/Qualified by you, .*synced/));
  await inbox.reload();
  await inbox.waitFor(status(/Qualified by you, .*synced/));
  await inbox.click(button("Undo"));
  await inbox.waitFor(status(/Qualified was withdrawn/));
});

test("unpaired here, the next tags stay in this browser, and none is lost", async ({ rung }) => {
  await using server = await team();
  const options = await rung.openExtension("options.html");
  await pairWith(options, server.url, await server.code());
  await options.click({ role: "button", name: "Unpair" });
  await options.click({ role: "button", name: "Unpair" });
  await options.waitFor({ role: "textbox", name: "Pairing code" });
  const inbox = await openAndCount(rung);
  await inbox.click(button("Qualified"));
  await inbox.waitFor(status(/kept in this browser/));
});
