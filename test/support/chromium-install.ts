import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, CDPSession, Page } from "@playwright/test";

/** Lets an unpacked extension come back after its own reload, as one from the store does after an update. */
export async function allowReload(profile: string): Promise<void> {
  const folder = join(profile, "Default");
  await mkdir(folder, { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(folder, "Preferences"), JSON.stringify(preferences));
}

async function inBrowser(
  context: BrowserContext,
  run: (session: CDPSession) => Promise<unknown>,
): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error("Chromium gave no session of its own");
  await run(session);
  await session.detach();
}

/** Installs an unpacked extension; one that is there already is loaded anew and keeps what it stored. */
export const install = (context: BrowserContext, path: string): Promise<void> =>
  inBrowser(context, (session) => session.send("Extensions.loadUnpacked", { path }));

/** Removes an extension with all that it stored, and what some origins did. */
export async function uninstall(page: Page, id: string, origins: readonly string[]): Promise<void> {
  await inBrowser(page.context(), (session) => session.send("Extensions.uninstall", { id }));
  const storage = await page.context().newCDPSession(page);
  for (const origin of origins)
    await storage.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await storage.detach();
}
