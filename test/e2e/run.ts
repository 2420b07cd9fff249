import { spawn } from "node:child_process";
import { ROOT } from "#test/support/paths.ts";

/** `npm run test:e2e -- …`: both browsers, or what Playwright's own arguments choose (`--project firefox`, a file). */
const child = spawn(
  process.execPath,
  [
    `${ROOT}/node_modules/@playwright/test/cli.js`,
    "test",
    "-c",
    `${ROOT}/test/e2e`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: "inherit" },
);
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
