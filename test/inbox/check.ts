import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { sentenceOf } from "#lib/errors.ts";
import { reportOf } from "./check-report.ts";
import { addressIn, readSaved } from "./saved-page.ts";

const USAGE = "Usage: npm run -s inbox:check -- FILE.html [--url URL]";

/** Prints as JSON what the adapter sees in a saved page. */
function main(): number {
  const { values, positionals } = parseArgs({
    options: { url: { type: "string" } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  // npm runs scripts in the project's folder; a file is named from where the user stands.
  const html = readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file), "utf8");
  const url = values.url ?? addressIn(html);
  process.stdout.write(`${JSON.stringify(reportOf(readSaved(html, url, Date.now())), null, 2)}\n`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
