import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";

type Step = [name: string, command: string, args: string[]];

/** What the others read. */
const FIRST: Step = ["generated types", "wxt", ["prepare"]];

/** One word to know that the code is good: every step, then one line of what failed. The longest begin first. */
const STEPS: Step[] = [
  ["sizes of the content scripts", "node", ["test/sizes.ts"]],
  ["dead code", "knip", []],
  [
    "the repository's own rules",
    "vitest",
    ["run", "--config", "test/vitest.config.ts", "test/repository.test.ts"],
  ],
  ["types of the extension", "tsc", ["-p", "."]],
  ["types of the server", "tsc", ["-p", "server"]],
  ["types of the tests", "tsc", ["-p", "test"]],
  ["lint and import rules", "oxlint", []],
  ["format", "oxfmt", ["--check"]],
];

const failed: string[] = [];

/** Runs a step to its end; what it said is shown where it failed. */
async function run([name, command, args]: Step): Promise<void> {
  const child = spawn(command, args, { shell: process.platform === "win32" });
  const ended = new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
  const [code, ...said] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  process.stderr.write(`${code === 0 ? "ok    " : "FAILED"} ${name}\n`);
  if (code === 0) return;
  failed.push(name);
  process.stderr.write(`${said.join("")}\n`);
}

async function runAll(steps: Step[]): Promise<void> {
  for (let step = steps.shift(); step; step = steps.shift()) await run(step);
}

await run(FIRST);
await Promise.all(Array.from({ length: availableParallelism() }, () => runAll(STEPS)));

if (failed.length > 0) {
  process.stderr.write(`Not good yet: ${failed.join(", ")}. \`npm run fix\` mends format and simple lint.\n`);
  process.exitCode = 1;
}
