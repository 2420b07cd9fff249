import { expect, test } from "./fixtures.ts";
import { cutOff, openCounted, panel } from "./overlay.ts";

for (const theme of ["light", "dark"] as const)
  test(`Alt+Shift and a question mark show all keys, and the page goes on: ${theme}`, async ({
    rung,
  }, info) => {
    const tab = await openCounted(rung, { theme, hotKeys: true });
    await tab.click({ role: "textbox", name: /Reply/, in: "page" });
    await tab.press("Alt+Shift+Slash");
    await tab.waitFor({ ...panel, text: /No answer needed\s*Alt\+Shift\+N/ });
    await info.attach("keys", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    expect(await cutOff(tab)).toEqual([]);
    await tab.type("Hello");
    await tab.waitGone(panel);
    expect(await tab.suite("composerText")).toBe("Hello");
    expect(await tab.suite("hotKeysFired")).toEqual([]);
  });
