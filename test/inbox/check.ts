import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { sentenceOf } from "#lib/errors.ts";
import { reportOf } from "./check-report.ts";
import { readSaved } from "./saved-page.ts";

const USAGE = "Usage: npm run -s inbox:check -- FILE.html [--url URL]";

/** What the command was asked; a sentence where it cannot be done. */
function asked(): { path: string; url: string | null } | string {
  try {
    const { values, positionals } = parseArgs({
      options: { url: { type: "string" } },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    const url = values.url ?? null;
    if (file === undefined || others.length > 0) return USAGE;
    if (url !== null && !URL.canParse(url)) return `"${url}" is no address. ${USAGE}`;
    // npm runs scripts in the project's folder; a file is named from where the user stands.
    return { path: resolve(process.env.INIT_CWD ?? process.cwd(), file), url };
  } catch (error) {
    return `${sentenceOf(error)}\n${USAGE}`;
  }
}

const REASONS: Record<string, string> = {
  ENOENT: "There is no such file",
  EISDIR: "This is a folder, not a file",
  EACCES: "This file may not be read",
};

function htmlOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : null;
    const reason = typeof code === "string" ? REASONS[code] : undefined;
    throw new Error(`${reason ?? sentenceOf(error)}: ${path}`, { cause: error });
  }
}

/** Prints as JSON what the adapter sees in a saved page. Exit codes: 1 cannot be read, 2 was not understood. */
function main(): number {
  const what = asked();
  if (typeof what === "string") {
    process.stderr.write(`${what}\n`);
    return 2;
  }
  const report = reportOf(readSaved(htmlOf(what.path), what.url, Date.now()));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
