import { once } from "node:events";
import { watch } from "node:fs";
import { CAST } from "./demo/cast.ts";
import { ensureBrowsers } from "./support/browsers.ts";
import { ensureBuilt } from "./support/build.ts";
import { launch } from "./support/launch.ts";
import { ROOT } from "./support/paths.ts";
import { inboxUrl } from "./support/site.ts";

/**
 * `npm run dev`: the extension in a Chromium window beside the stand-in inbox. A saved file is built as for users, and
 * the window opens anew with it: an unpacked extension does not come back from a reload of its own.
 */
const hasDisplay =
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
if (!hasDisplay) {
  process.stderr.write(
    "npm run dev opens a window, and there is no display here. `npm run demo -- --headless` needs none.\n",
  );
  process.exit(1);
}

const SOURCES = ["entrypoints", "components", "lib", "public", "test/business-suite"];
const SETTLED_MS = 200;
const tell = (line: string) => process.stdout.write(`${line}\n`);

const saved = new EventTarget();
let later: NodeJS.Timeout | undefined;
for (const folder of SOURCES)
  watch(`${ROOT}/${folder}`, { recursive: true }, () => {
    clearTimeout(later);
    later = setTimeout(() => saved.dispatchEvent(new Event("settled")), SETTLED_MS);
  }).unref();

/** False where the sources do not build; what is wrong was printed. */
const build = () =>
  ensureBuilt().then(
    () => true,
    (error: Error) => {
      tell(error.message);
      return false;
    },
  );

const { chromium } = await ensureBrowsers(["chromium"]);
if (!chromium) throw new Error("No Chromium: install it, or name one in RUNG_CHROMIUM.");
await ensureBuilt();
/** Until the next save that builds, or until the window is closed. */
async function nextBuild(signal: AbortSignal): Promise<void> {
  do await once(saved, "settled", { signal });
  while (!(await build()));
}

for (let isOpen = true; isOpen;) {
  const browser = await launch({ name: "chromium", executable: chromium, headless: false });
  const threads = CAST.slice(0, 24).map(({ seed }, place) => seed(place + 2));
  await browser.openTab(inboxUrl(), { threads });
  tell("Save a file to see it here. Close the window to end.");
  const end = new AbortController();
  const closed = browser.ended().then(() => false);
  isOpen = await Promise.race([
    closed,
    nextBuild(end.signal).then(
      () => true,
      () => false,
    ),
  ]);
  end.abort();
  await browser.close();
}
process.exit();
