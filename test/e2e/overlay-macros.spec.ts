import type { Macro } from "#lib/domain/settings.ts";
import { expect, test } from "./fixtures.ts";
import { button, cutOff, openCounted, panel, status } from "./overlay.ts";
import { changeSettings } from "./settings.ts";

const macros: Macro[] = [
  { id: "hello", name: "Hello", folder: null, template: "Hello {{customer.first_name|there}}!" },
  {
    id: "size",
    name: "Which size",
    folder: "Sizing",
    template: "Size {{ask:size}} it is.\nDear {{customer.nmae|you}}, it is on its way.",
  },
  {
    id: "sales",
    name: "Over to sales",
    folder: null,
    template: "{{ask:colleague}} from sales takes over.\n\nSee you!",
    actions: [
      { kind: "outcome", outcome: "sales_ready" },
      { kind: "handoff", to: "sales" },
      { kind: "follow_up", count: 2, unit: "days" },
    ],
  },
];
const answer = { role: "textbox", name: /Reply|Antwort|رد/, in: "page" } as const;

for (const [name, config] of [
  ["light", {}],
  ["dark, a plain field", { theme: "dark", composer: "textarea" }],
] as const)
  test(`a slash in an empty answer opens the macros; one is found, filled, put in, taken back: ${name}`, async ({
    rung,
  }, info) => {
    await changeSettings(rung, { macros });
    const tab = await openCounted(rung, { ...config, hotKeys: true });
    await tab.click(answer);
    await tab.suite("forgetHeard");
    await tab.press("Slash");
    await tab.waitFor(panel);
    await tab.type("wisi");
    await tab.waitFor({ css: ".menu-label", in: "overlay", text: "Which size" }, { count: 1 });
    await tab.press("Enter");
    await tab.waitFor({ css: ".macro-text mark", in: "overlay", text: "{{customer.nmae|you}}" });
    await info.attach("red", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    await tab.click(button("Back"));
    await tab.type("sales");
    await tab.press("Enter");
    await tab.waitFor({
      css: ".macro-actions",
      in: "overlay",
      text: /^Then: .* sales, follow up in 2 days$/,
    });
    await tab.type("Kim");
    await info.attach("filled", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    await tab.press("Enter");
    await tab.waitGone(panel);
    const written = async () => (await tab.suite("composerText")).replaceAll(/\n+/g, " ");
    await tab.waitUntil(async () => (await written()) === "Kim from sales takes over. See you!", "the text");
    await tab.waitFor(
      status(/Over to sales, sales-ready, handed to sales, follow up on \S.* by you, just now/),
    );
    await tab.waitFor(button("Handed to sales"));
    expect(await tab.suite("sent")).toEqual([]);
    expect((await tab.suite("heard")).filter(({ what }) => what === "/")).toEqual([]);
    expect(await cutOff(tab)).toEqual([]);

    await tab.click(button("Undo"));
    await tab.waitFor(button("Hand off"));
    await tab.waitFor(status(/Not tagged yet|withdrawn/));
    expect(await written()).toBe("Kim from sales takes over. See you!");
    expect(await tab.suite("hotKeysFired")).toEqual([]);
  });

test("a slash within a text is written; two in an empty answer write one", async ({ rung }) => {
  const tab = await openCounted(rung);
  await tab.click(answer);
  await tab.type("and/or");
  expect(await tab.suite("composerText")).toBe("and/or");
  expect(await tab.count(panel)).toBe(0);
  for (let letters = 0; letters < 6; letters++) await tab.press("Backspace");
  await tab.press("Slash");
  await tab.waitFor(panel);
  await tab.press("Slash");
  await tab.waitGone(panel);
  await tab.waitUntil(async () => (await tab.suite("composerText")) === "/", "the slash");
});

test("a macro takes the place of what is selected, among other text: lines, emoji, right to left, once", async ({
  rung,
}) => {
  const template = "שלום 👩‍👩‍👧 {{customer.first_name|there}}!\n\n— 2 × ❤️ —";
  await changeSettings(rung, { macros: [{ id: "odd", name: "Odd", folder: null, template }] });
  const tab = await openCounted(rung);
  const first = /(?<name>\S+)/.exec((await tab.suite("opened"))?.name ?? "")?.groups?.["name"] ?? "";
  await tab.click(answer);
  await tab.type("Dear old friend");
  for (let letters = 0; letters < 7; letters++) await tab.press("ArrowLeft");
  for (let letters = 0; letters < 3; letters++) await tab.press("Shift+ArrowLeft");
  await tab.waitUntil(() => tab.evaluate(() => getSelection()?.toString() === "old"), "the selection");
  // The editor hears of its selection a frame later.
  await tab.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
  const squeezed = async () => (await tab.suite("composerText")).replaceAll(/\s+/g, " ");
  const wanted = `Dear ${template.replace("{{customer.first_name|there}}", first)} friend`;
  await tab.press("Alt+Shift+KeyM");
  await tab.type("odd");
  await tab.press("Enter");
  await tab.waitGone(panel);
  await tab.waitFor({ css: ".spoken", text: "Odd: inserted, not sent" });
  await expect.poll(squeezed).toBe(wanted.replaceAll(/\s+/g, " "));
  await tab.press("Control+z");
  await tab.waitUntil(async () => (await squeezed()) === "Dear old friend", "one step of undo");
  expect(await tab.suite("sent")).toEqual([]);
  expect(await tab.suite("errors")).toEqual([]);
});
