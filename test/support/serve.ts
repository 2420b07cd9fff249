import type { BrowserContext, Page as ChromiumPage, Route } from "@playwright/test";
import type { HTTPRequest, Page as FirefoxPage } from "puppeteer-core";
import type { SuiteConfig } from "#test/business-suite/config.ts";
import { answerFor } from "./site.ts";

/** Which config a page is served with. */
export type ConfigOf<Page> = (page: Page | null) => Partial<SuiteConfig>;

/** Answers every https request of a Chromium context from the built stand-in; other hosts are cut off. */
export async function serveChromium(
  context: BrowserContext,
  configOf: ConfigOf<ChromiumPage>,
): Promise<void> {
  await context.route(/^https:/, async (route) => {
    const found = await answerFor(route.request().url(), configOf(pageOf(route)));
    await (found ? route.fulfill(found) : route.abort("blockedbyclient"));
  });
}

/** A navigation's frame has no page yet while its window opens. */
function pageOf(route: Route): ChromiumPage | null {
  try {
    return route.request().frame().page();
  } catch {
    return null;
  }
}

/** The same for one Firefox page, by WebDriver BiDi's interception: no connection is ever made. */
export async function serveFirefox(page: FirefoxPage, configOf: ConfigOf<FirefoxPage>): Promise<void> {
  await page.setRequestInterception(true);
  page.on("request", (request) => void respond(request, configOf(page)));
}

async function respond(request: HTTPRequest, config: Partial<SuiteConfig>): Promise<void> {
  if (!request.url().startsWith("https://")) return request.continue();
  const found = await answerFor(request.url(), config);
  await (found ? request.respond(found) : request.abort("blockedbyclient"));
}
