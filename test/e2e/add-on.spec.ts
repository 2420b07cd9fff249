import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { EXTENSION_BUILD, ROOT } from "#test/support/paths.ts";
import { expect, test } from "./fixtures.ts";

const run = promisify(execFile);

const Finding = z.object({ code: z.string(), file: z.string().optional() });
const Report = z.object({ errors: z.array(Finding), warnings: z.array(Finding), notices: z.array(Finding) });

/** What Mozilla's own linter finds; it ends with 1 where there is an error. */
async function findingsIn(folder: string): Promise<z.infer<typeof Report>> {
  const { stdout } = await run(process.execPath, [
    `${ROOT}/node_modules/web-ext/bin/web-ext.js`,
    "lint",
    "--source-dir",
    folder,
    "--output",
    "json",
  ]).catch((error: { stdout: string }) => error);
  return Report.parse(JSON.parse(stdout));
}

test("Mozilla's linter finds nothing in the add-on but what was put there for it to find", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rung-add-on-"));
  try {
    await cp(EXTENSION_BUILD.firefox, folder, { recursive: true });
    await writeFile(join(folder, "planted.js"), "document.body.innerHTML = location.hash;\n");
    const planted = { code: "UNSAFE_VAR_ASSIGNMENT", file: "planted.js" };
    expect(await findingsIn(folder)).toEqual({ errors: [], warnings: [planted], notices: [] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
