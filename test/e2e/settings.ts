import type { Settings } from "#lib/domain/settings.ts";
import { DEFAULT_TARGETS } from "#lib/domain/response-target.ts";
import type { TestBrowser } from "#test/support/driver.ts";

interface Extension {
  runtime: { sendMessage: (message: unknown) => Promise<{ res?: unknown; err?: unknown }> };
}

interface Question {
  type: string;
  data: unknown;
}

/** Asks the background as a page of the extension does; runs there. */
async function ask({ type, data }: Question): Promise<unknown> {
  const { browser, chrome } = globalThis as unknown as Record<string, Extension | undefined>;
  const answer = await (browser ?? chrome)?.runtime.sendMessage({
    id: Math.floor(Math.random() * 1_000_000),
    type,
    data,
    timestamp: 0,
  });
  if (!answer || answer.err !== undefined) throw new Error(`${type}: ${JSON.stringify(answer)}`);
  return answer.res;
}

/** Saves settings as the options page does, over those that stand. */
export async function changeSettings(rung: TestBrowser, change: Partial<Settings>): Promise<void> {
  const tab = await rung.openExtension("options.html");
  await tab.waitFor({ css: "h1, h2" });
  // safe because: the background answers with its settings
  const settings = (await tab.evaluate(ask, { type: "settings", data: undefined })) as Settings;
  const saved = await tab.evaluate(ask, {
    type: "saveSettings",
    data: { settings: { ...settings, ...change } },
  });
  if (!(saved as { ok: boolean }).ok) throw new Error(`not saved: ${JSON.stringify(saved)}`);
  await tab.close();
}

const ALWAYS: [string, string][] = [["00:00", "24:00"]];

/** Open day and night, so that a test gives the same at every hour. */
export const ALWAYS_OPEN: Pick<Settings, "hours" | "targets"> = {
  hours: [
    {
      from: 0,
      value: {
        timeZone: "UTC",
        weekly: { mon: ALWAYS, tue: ALWAYS, wed: ALWAYS, thu: ALWAYS, fri: ALWAYS, sat: ALWAYS, sun: ALWAYS },
      },
    },
  ],
  targets: [{ from: 0, value: DEFAULT_TARGETS }],
};
