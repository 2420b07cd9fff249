import type { TestBrowser } from "#test/support/driver.ts";

interface Tabs {
  query: (of: { url: string }) => Promise<{ id?: number }[]>;
  setZoom: (tab: number, factor: number) => Promise<void>;
}

/** Runs in a page of the extension. */
async function zoomInbox(factor: number): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Record<string, { tabs: Tabs } | undefined>;
  const tabs = (browser ?? chrome)?.tabs;
  for (const { id } of (await tabs?.query({ url: "https://business.facebook.com/*" })) ?? [])
    if (id !== undefined) await tabs?.setZoom(id, factor);
}

/** The browser's own page zoom of the inbox; 0 takes it back, which a browser keeps for the host otherwise. */
export async function zoomTo(rung: TestBrowser, factor: number): Promise<void> {
  const page = await rung.openExtension("popup.html");
  await page.evaluate(zoomInbox, factor);
  await page.close();
}
