import { Settings } from "#lib/domain/settings.ts";
import { makePairing } from "#server/members/make-pairing.ts";
import { startServer } from "#test/support/server.ts";
import type { Tab } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { openCounted, panel, pressed, status } from "./overlay.ts";
import { pairWith } from "./pages.ts";

/** The quiet hours of the alerts have days of the same names. */
const field = (name: string, nth = name === "Tuesday" ? 0 : undefined) => ({
  role: "textbox",
  name,
  ...(nth !== undefined && { nth }),
});
const press = (name: string) => ({ role: "button", name });
const done = (text: string) => ({ css: "output", text });

/** The undo line lies over nothing that a person types into, wherever the page is scrolled to. */
const covered = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() => {
    const line = [...document.querySelectorAll("output")].find((one) => one.textContent?.includes("Undo"));
    const over = line?.getBoundingClientRect();
    if (!over) return ["no undo line"];
    return [...document.querySelectorAll<HTMLElement>("main :is(input, select, textarea, button)")]
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(
        ({ box }) =>
          box.left < over.right && box.right > over.left && box.top < over.bottom && box.bottom > over.top,
      )
      .filter(({ one }) => {
        const scroller = one.closest("main")?.getBoundingClientRect();
        return scroller !== undefined && over.top < scroller.bottom && over.left < scroller.right;
      })
      .map(({ one }) => one.outerHTML.slice(0, 80));
  });

test("business hours are checked as typed, explained, saved, undone; the undo line covers nothing", async ({
  rung,
}) => {
  const options = await rung.openExtension("options.html");
  await options.write(field("Tuesday"), "9-18, 17-19");
  await options.waitFor({ css: "#hours", text: "Two windows overlap." });
  expect(await options.see(press("Save the hours"))).toMatchObject({ attributes: { disabled: "" } });
  await options.waitFor({ css: "#hours", text: "Once the hours, the day and the target can be read" });

  await options.write(field("Tuesday"), "9-12, 13-17:30");
  await options.write(field("Answer within"), "1 h");
  await options.waitFor({ css: "#hours output", text: /^Due / });
  await options.waitFor({ css: "#hours ol li", text: "Due. A reply at this very minute is in time." });
  await options.press("Tab");
  await options.click(press("Save the hours"));
  await options.waitFor(done("Saved the business hours."));
  for (const width of [1280, 420]) {
    await options.resize(width, 700);
    expect(await covered(options)).toEqual([]);
  }
  expect(await options.read(field("Tuesday"))).toBe("09:00–12:00, 13:00–17:30");

  await options.click(press("Undo"));
  await options.waitFor(done("Undone."));
  expect(await options.read(field("Tuesday"))).toBe("09:00–17:00");
  await options.click(press("Confirm these hours"));
  await options.waitFor(done("Saved the business hours."));
  const again = await rung.openExtension("options.html");
  await again.waitFor(press("Save the hours"));
});

test("targets, goals and a cost are saved, and stay", async ({ rung }) => {
  const options = await rung.openExtension("options.html");
  await options.write(field("Messenger", 0), "soon");
  await options.waitFor({ css: "#targets", text: "Write it as 15 min" });
  await options.write(field("Messenger", 0), "5 min");
  await options.click(press("Save the targets"));
  await options.waitFor(done("Saved the response targets."));

  await options.write(field("Close rate, % of handed off"), "140");
  await options.waitFor({ css: "#goals", text: "Write a share from 0 to 100 %." });
  await options.write(field("Close rate, % of handed off"), "40");
  await options.click(press("Save the goals"));
  await options.waitFor(done("Saved the goals."));

  await options.click(press("Add a cost"));
  await options.write({ css: "#costs input", nth: 0 }, "Ana, December");
  await options.write(field("Amount"), "500");
  await options.click(press("Save the cost"));
  await options.waitFor({ css: "#costs tbody th", text: "Ana, December" });
  await options.click(press("Undo"));
  await options.waitGone({ css: "#costs tbody th" });

  const again = await rung.openExtension("options.html");
  await again.waitFor(press("Save the goals"));
  expect(await again.read(field("Close rate, % of handed off"))).toBe("40");
  expect(await again.read(field("Messenger", 0))).toBe("5 min");
});

test("a key is changed by pressing another, a clash is said, and the open inbox goes by it at once", async ({
  rung,
}) => {
  const inbox = await openCounted(rung);
  const options = await rung.openExtension("options.html");
  await options.click(press("Change the key of Qualified"));
  await options.press("KeyN");
  await options.waitFor({ css: "#keys [role=alert]", text: "Alt+Shift+N is for “No answer needed”." });
  await options.press("Alt+Shift+KeyG");
  await options.waitFor(done("Qualified is Alt+Shift+G now."));
  await inbox.bringToFront();
  await inbox.waitFor(status(/Alt\+Shift\+1, 2, G, 4, 5 tags it/));
  await inbox.press("Alt+Shift+KeyG");
  await inbox.waitFor({ ...pressed, text: /Qualified/ });
  await inbox.press("Alt+Shift+Slash");
  await inbox.waitFor({ ...panel, text: /Qualified\s*Alt\+Shift\+G/ });
});

test("settings that a colleague saved meanwhile are not overwritten: both are shown to choose from", async ({
  rung,
}) => {
  const server = await startServer();
  try {
    const { db, workspace } = server;
    const ctx = { db, workspace, member: null, role: "admin" as const, now: Date.now() };
    const { code } = await makePairing({ ctx, input: { name: "Kim", role: "manager" } });
    const options = await rung.openExtension("options.html");
    await pairWith(options, server.url, code);
    const colleague = await server.addMember("manager");
    const read = async () => Settings.parse(await (await colleague.request("/v1/settings")).json());
    await options.write(field("Close rate, % of handed off"), "40");
    const theirs = await read();
    const saved = await colleague.request("/v1/settings", {
      method: "PUT",
      json: { ...theirs, goals: { ...theirs.goals, closeRate: 0.5 } },
    });
    expect(saved.status).toBe(200);

    await options.click(press("Save the goals"));
    await options.waitFor({ css: "[role=status]", text: "Goals: theirs Close rate, % of handed off: 50%" });
    await options.click(press("Save mine"));
    await options.waitFor(done("Saved the goals."));
    expect((await read()).goals.closeRate).toBe(0.4);
  } finally {
    await server.stop();
  }
});
