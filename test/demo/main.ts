import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { CAST } from "./cast.ts";
import { type Ground, prepare } from "./ground.ts";
import { playMorning } from "./morning.ts";
import { ladderTable } from "./print.ts";
import { differences, reportOf } from "./report.ts";

const { values } = parseArgs({ options: { headless: { type: "boolean" }, report: { type: "string" } } });
const hasDisplay =
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
const headless = values.headless === true || !hasDisplay;
const started = performance.now();
const tell = (line: string) => process.stderr.write(`${line}\n`);

const WHAT_TO_TRY = `
The inbox is open in Chromium, and the extension is paired with a server of its own.
Try: open a conversation and press Alt+Shift+3 · undo it in the bar · Macros · Hand off · Converted, with an amount
· then the popup (the puzzle piece, Rung): what a qualified conversation costs.
Close the window to end the demo.
`;

/** A window to try things in; ends when it is closed. */
async function leaveOpen({ browser }: Ground): Promise<void> {
  const tab = await browser.openInbox({
    threads: CAST.slice(0, 24).map(({ seed }, place) => seed(place + 2)),
  });
  await tab.bringToFront();
  process.stdout.write(WHAT_TO_TRY);
  await browser.ended();
}

async function play(ground: Ground): Promise<void> {
  const sent = await playMorning(ground, tell);
  const report = reportOf(await ground.scorecard("none"), {
    ...sent,
    eventsStored: await ground.eventsStored(),
    browser: ground.browser.name,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  });
  process.stdout.write(`${ladderTable(await ground.scorecard("campaign"))}\n`);
  if (values.report !== undefined) await writeFile(values.report, `${JSON.stringify(report, null, 2)}\n`);
  const wrong = differences(report);
  for (const sentence of wrong) tell(sentence);
  if (wrong.length > 0) process.exitCode = 1;
  else tell(`All figures are what was clicked. Screenshots are in demo-output/ (${report.seconds} s).`);
}

const ground = await prepare(headless, tell);
try {
  await (headless ? play(ground) : leaveOpen(ground));
} finally {
  await ground.stop();
}
