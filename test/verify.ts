import { spawnSync } from "node:child_process";

/** One word to know that the code is good: every step, then one line of what failed. */
const STEPS: [string, string, string[]][] = [
  ["generated types", "wxt", ["prepare"]],
  ["format", "oxfmt", ["--check"]],
  ["lint and import rules", "oxlint", []],
  ["types of the extension", "tsc", ["-p", "."]],
  ["types of the server", "tsc", ["-p", "server"]],
  ["types of the tests", "tsc", ["-p", "test"]],
  ["dead code", "knip", []],
  ["sizes of the content scripts", "node", ["test/sizes.ts"]],
  [
    "the repository's own rules",
    "vitest",
    ["run", "--config", "test/vitest.config.ts", "test/repository.test.ts"],
  ],
];

const failed = STEPS.filter(([name, command, args]) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  process.stderr.write(`${status === 0 ? "ok    " : "FAILED"} ${name}\n`);
  if (status !== 0) process.stderr.write(`${stdout ?? ""}${stderr ?? ""}\n`);
  return status !== 0;
});

if (failed.length > 0) {
  process.stderr.write(
    `Not good yet: ${failed.map(([name]) => name).join(", ")}. \`npm run fix\` mends format and simple lint.\n`,
  );
  process.exitCode = 1;
}
