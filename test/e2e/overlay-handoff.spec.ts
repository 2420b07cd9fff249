import { HANDOFFS } from "#lib/domain/outcome.ts";
import type { Macro } from "#lib/domain/settings.ts";
import { expect, test } from "./fixtures.ts";
import { button, openCounted, panel, status } from "./overlay.ts";
import { pairWith } from "./pages.ts";
import { ALWAYS_OPEN, changeSettings } from "./settings.ts";
import { team } from "./team.ts";

const macros: Macro[] = [
  { id: "bye", name: "Bye", folder: null, template: "Have a nice day!", actions: [{ kind: "no_answer" }] },
];
const threads = [
  {
    id: "100000000000011",
    name: "Nora Lind",
    entries: [{ from: "customer" as const, text: "Thanks, bye!", minutesAgo: 5 }],
  },
];
const wait = (text: RegExp) => ({ css: ".wait .chip", in: "overlay", text }) as const;
const asked = (title: string) => ({ role: "dialog", name: title, in: "overlay" }) as const;
const points = { css: ".panel .menu-label", in: "overlay" } as const;

test("a macro ends the wait; what the options want known for a handoff is asked before it is offered; one undo each", async ({
  rung,
}, info) => {
  await using server = await team();
  await server.colleague();
  const options = await rung.openExtension("options.html");
  await pairWith(options, server.url, await server.code("Kim", "manager", "9000000000000001"));
  await changeSettings(rung, { ...ALWAYS_OPEN, macros });
  await options.bringToFront();
  for (const name of ["Urgency", "Budget"]) {
    await options.click({ role: "checkbox", name, nth: HANDOFFS.indexOf("checkout") });
    await options.waitFor({ css: "output", text: "Saved what checkout must know." });
  }

  const tab = await openCounted(rung, { threads });
  await tab.waitFor(wait(/to answer$/));
  await tab.press("Alt+Shift+KeyM");
  await tab.waitFor(panel);
  await tab.type("bye");
  await tab.press("Enter");
  await tab.waitFor({ css: ".macro-actions", in: "overlay", text: "Then: no answer needed" });
  await tab.press("Enter");
  await tab.waitGone(panel);
  await tab.waitFor(status(/Bye, no answer needed by you, just now/));
  await tab.waitFor(wait(/^No answer needed$/));
  await tab.click(button("Undo"));
  await tab.waitFor(wait(/to answer$/));
  expect(await tab.suite("composerText")).toBe("Have a nice day!");

  await tab.click(button("Qualified"));
  await tab.waitFor(status(/Qualified by you/));
  await tab.press("Alt+Shift+KeyH");
  await tab.waitFor(asked("Hand off to"));
  await tab.press(`Digit${HANDOFFS.indexOf("checkout") + 1}`);
  await tab.waitFor(asked("To checkout: what is known?"));
  await tab.waitFor({ ...points, text: "Urgency" });
  await tab.waitFor({ ...points, text: "Budget" });
  expect(await tab.count(points)).toBe(2);
  await info.attach("asked", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  await tab.press("Digit1");
  await tab.waitFor({ css: ".panel .menu [aria-pressed=true]", in: "overlay" });
  expect(await tab.count(button("Hand off"))).toBe(1);
  await tab.press("Digit2");
  await tab.waitFor(button(/^Handed to checkout/));
  await tab.click(button("Undo"));
  await tab.waitFor(button("Hand off"));
  await tab.waitFor(status(/Qualified by you/));
  expect(await tab.suite("sent")).toEqual([]);
});
