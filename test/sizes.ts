import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ensureBuilt } from "./support/build.ts";
import { EXTENSION_BUILD } from "./support/paths.ts";

/** What a page of Meta's pays for our scripts, KB of gzip at most. */
const LIMITS = { "inbox.js": 95, "guard.js": 1 };

const KB = 1_000;
const zip = promisify(gzip);

await ensureBuilt();
for (const folder of Object.values(EXTENSION_BUILD))
  for (const [name, limit] of Object.entries(LIMITS)) {
    const size = (await zip(await readFile(`${folder}/content-scripts/${name}`), { level: 9 })).length / KB;
    process.stdout.write(`${name} ${size.toFixed(1)} of ${limit} KB\n`);
    if (size > limit) process.exitCode = 1;
  }
