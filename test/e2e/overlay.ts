import type { SuiteConfig } from "#test/business-suite/config.ts";
import type { InboxPlace, Tab, TestBrowser } from "#test/support/driver.ts";
import type { CssTarget, RoleTarget } from "#test/support/target.ts";

/** A button of the bar by its name. */
export const button = (name: string | RegExp): RoleTarget => ({ role: "button", name, in: "overlay" });

const part = (css: string, text?: string | RegExp): CssTarget => ({
  css,
  in: "overlay",
  ...(text !== undefined && { text }),
});

export const bar = part(".bar");
export const panel = part(".panel");
export const pressed = part(".outcomes [aria-pressed=true]");
export const mark = part(".mark");
export const blocker = (text: string | RegExp) => part(".blocker", text);
export const status = (text: string | RegExp) => part(".status-line", text);

/** The inbox with a conversation open on a Page that is counted; the bar can tag. */
export async function openCounted(
  rung: TestBrowser,
  config: Partial<SuiteConfig> = {},
  place: InboxPlace = {},
): Promise<Tab> {
  const tab = await rung.openInbox({ start: "first", ...config }, place);
  let isAnswered = false;
  const isReady = async () => {
    if (!isAnswered && (await tab.count(button("Count it"))) > 0) {
      isAnswered = true;
      await tab.click(button("Count it"));
    }
    return (await tab.count(status(/Not tagged yet/))) > 0;
  };
  await tab.waitUntil(isReady, "a bar that can tag");
  return tab;
}

/** Opens another conversation than the one that is open, by a click on its row. */
export async function openOther(tab: Tab): Promise<{ id: string; name: string }> {
  const opened = await tab.suite("opened");
  const other = (await tab.suite("listed")).find(({ id }) => id !== opened?.id);
  if (!other) throw new Error("The stand-in lists one conversation only.");
  await tab.suite("openThread", other.id);
  await tab.waitFor(part(".status .name", other.name));
  return other;
}

/** How far the elements of the bar stand out of what holds them, in px, by their text; nothing where all fits. */
export const cutOff = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() => {
    const root = document.querySelector("rung-overlay")?.shadowRoot;
    const all = [...(root?.querySelectorAll<HTMLElement>(".bar button, .bar .chip") ?? [])];
    return all
      .filter((one) => one.offsetParent !== null && one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.innerText}: ${one.scrollWidth - one.clientWidth}`);
  });
