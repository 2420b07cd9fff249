import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { build } from "vite";
import { countTaskTime, taskTime } from "#test/bench/main-thread.ts";
import { TIMERS } from "#test/bench/queue-entries.ts";
import { below, type Row } from "#test/bench/row.ts";
import { ensureBrowsers } from "#test/support/browsers.ts";

const PAGE = fileURLToPath(new URL("queue-page.tsx", import.meta.url));
/** As wide as the side panel, and as high. */
const viewport = { width: 360, height: 800 };
/** What drawing it for the first time costs is not what is measured. */
const SETTLE_MS = 3_000;
/** A whole minute: each timer's words change in it, or not at all. */
const SECONDS = 60;

/** One script and one sheet, as the build makes them. */
const bundle = (outDir: string) =>
  build({
    configFile: false,
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: true,
      cssCodeSplit: false,
      rolldownOptions: {
        input: PAGE,
        output: { format: "iife", entryFileNames: "queue.js", assetFileNames: "queue.css" },
      },
    },
  });

/** What a queue of 500 that stands costs the main thread of its page, drawing and all. */
export async function rows(): Promise<Row[]> {
  const { chromium: executablePath } = await ensureBrowsers(["chromium"]);
  if (!executablePath) throw new Error("No Chromium: install it, or name one in RUNG_CHROMIUM.");
  const folder = await mkdtemp(join(tmpdir(), "rung-bench-"));
  await bundle(folder);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport });
    await page.addStyleTag({ path: join(folder, "queue.css") });
    await page.addScriptTag({ path: join(folder, "queue.js") });
    await page.waitForFunction((count) => document.querySelectorAll("li").length === count, TIMERS);
    const session = await page.context().newCDPSession(page);
    await countTaskTime(session);
    await sleep(SETTLE_MS);
    const before = await taskTime(session);
    await sleep(SECONDS * 1_000);
    const spent = (await taskTime(session)) - before;
    return [below(`a queue of ${TIMERS} timers that stands, drawn`, "ms a second", spent / SECONDS, 1)];
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
