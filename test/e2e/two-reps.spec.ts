import { launch } from "#test/support/launch.ts";
import { DEFAULT_SETTINGS } from "#lib/domain/settings.ts";
import { findExecutable, test } from "./fixtures.ts";
import { button, openCounted, status } from "./overlay.ts";
import { openAndCount, pairWith } from "./pages.ts";
import { changeSettings } from "./settings.ts";
import { team } from "./team.ts";

const present = (text: string) => ({ css: ".present", in: "overlay", text }) as const;
const composer = { css: "[role=textbox][contenteditable]" } as const;
const whose = (text: string) => ({ css: ".whose", in: "overlay", text }) as const;
const filter = (name: string, count: number) => ({ role: "button", name: `${name} ${count}` }) as const;
const SOON = { within: 2_000 };

test("two reps see each other, each other's tags, handoffs and settings within two seconds", async ({
  rung,
  kind,
}, info) => {
  await using server = await team();
  const other = await launch({ name: kind, executable: await findExecutable(kind) });
  try {
    await pairWith(await rung.openExtension("options.html"), server.url, await server.code("Kim"));
    const kim = await openAndCount(rung);
    await pairWith(await other.openExtension("options.html"), server.url, await server.code("Lee"));
    const lee = await openCounted(other);

    // Wide enough for a word on whose it is beside who else is there.
    for (const one of [kim, lee]) await one.resize(1900, 900);
    await kim.click(button("Qualified"));
    await kim.waitFor(status(/Qualified by .*synced/));
    await lee.waitFor(status(/Qualified by Kim.*/), SOON);
    await lee.waitFor(whose("With Kim"));

    await lee.click(button("Sales-ready"));
    await lee.waitFor(status(/Sales-ready by .*synced/));
    await kim.waitFor(status(/Sales-ready by Lee.*/), SOON);

    // Both look at one conversation, and both begin to write.
    await kim.waitFor(present("Lee has this open"));
    await lee.click(composer);
    await lee.type("Hello");
    await kim.waitFor(present("Lee is typing"), SOON);
    await kim.click(composer);
    await kim.type("Hi");
    await lee.waitFor(present("Kim is typing too"), SOON);
    await info.attach("both type", {
      body: Buffer.from(await lee.screenshot()),
      contentType: "image/png",
    });
    await lee.press("Control+a");
    await lee.press("Backspace");

    // Kim hands it to Lee, the only colleague; Lee accepts, then returns it with a reason.
    await kim.waitUntil(
      async () => (await kim.count(button("Hand off"))) > 0 && (await kim.count(whose("With Lee"))) > 0,
      "a team of two in the bar",
    );
    await kim.click(button("Hand off"));
    await kim.click(button("Sales"));
    await kim.waitFor(button(/^Handed to sales/));
    await lee.waitFor(button(/^Accept the handoff/), SOON);
    await lee.waitFor(whose("Handed to you"));
    await info.attach("handed to Lee", {
      body: Buffer.from(await lee.screenshot()),
      contentType: "image/png",
    });
    const queue = await other.openExtension("sidepanel.html");
    await queue.waitFor(filter("Handed to me", 1));
    await lee.bringToFront();
    await lee.click(button(/^Accept the handoff/));
    await lee.waitFor(whose("Yours"));
    await kim.waitFor(whose("With Lee"), SOON);
    await queue.waitFor(filter("Handed to me", 0));
    await queue.waitFor(filter("Mine", 1));

    await lee.press("Alt+Shift+KeyH");
    await lee.click(button("Return it…"));
    await info.attach("returning", {
      body: Buffer.from(await lee.screenshot()),
      contentType: "image/png",
    });
    await lee.press("Digit2");
    await kim.waitFor(button("Returned"), SOON);
    await kim.waitFor(status(/Handoff returned \(Not ready yet\) by Lee/));
    await lee.click(button("Undo"));
    await kim.waitFor(status(/Handoff accepted by Lee/), SOON);

    // What Kim says for the team stands in Lee's bar.
    const macro = { id: "price", name: "Price list", folder: null, template: "Our prices: …" };
    await changeSettings(rung, { macros: [...DEFAULT_SETTINGS.macros, macro] });
    await lee.press("Alt+Shift+KeyM");
    await lee.waitFor(button(/^Price list/), SOON);
  } finally {
    await other.close();
  }
});
