import { expect, test } from "./fixtures.ts";
import { pairWith } from "./pages.ts";
import { team } from "./team.ts";

test("an administrator answers for the team, invites, exports, and reads who did what; a rep is told", async ({
  rung,
}, info) => {
  await using server = await team();
  const options = await rung.openExtension("options.html");
  expect(await options.count({ role: "link", name: "Who did what" })).toBe(0);
  await pairWith(options, server.url, await server.code("Ada", "admin", "9000000000000001"));

  await options.click({ role: "button", name: "No, the team alone" });
  await options.waitFor({ css: "#team", text: /figures of the team alone, not of each person/ });
  await options.write({ role: "textbox", name: "Name of the person" }, "Rae");
  await options.click({ role: "button", name: "Make a code" });
  await options.waitFor({ css: "#people", text: /For Rae \(Rep\), once, until/ });
  const code = await options.read({ css: "#people output" });

  await options.click({ role: "button", name: "Export as CSV" });
  await options.waitFor({ role: "link", name: /^Download 0 conversations/ });
  const link = await options.evaluate(() => document.querySelector<HTMLAnchorElement>("#data a")?.href ?? "");
  expect(await (await fetch(link)).text()).toContain('"channel","page","thread"');
  await options.waitFor({ css: "#audit", text: /Ada ?exported every conversation/ });
  await options.waitFor({ css: "#audit", text: /made a code for somebody new \(rep\)/ });
  await options.resize(1100, 2600);
  await info.attach("admin", { body: Buffer.from(await options.screenshot()), contentType: "image/png" });

  await options.click({ role: "button", name: "Unpair" });
  await options.click({ role: "button", name: "Unpair" });
  await pairWith(options, server.url, code);
  await options.waitFor({ css: "#team", text: /Sample Shop, as rep.*figures of the team alone/ });
  expect(await options.count({ css: "#people, #data, #audit" })).toBe(0);
});
