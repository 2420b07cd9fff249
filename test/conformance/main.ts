import { readFileSync } from "node:fs";
import { sentenceOf } from "#lib/errors.ts";
import { type Outcome, runCases } from "#test/conformance/run.ts";

/** `npm run -s conformance -- FILE…`: each failing case, then the count; exit code 1 where one failed. */
const named = process.argv.slice(2);
const files = named.length > 0 ? named : [new URL("response-time-cases.json", import.meta.url)];

const outcomes = files.map((file): Outcome => {
  try {
    return runCases(readFileSync(file, "utf8"));
  } catch (error) {
    return { passed: 0, failures: [{ id: String(file), sentence: sentenceOf(error) }] };
  }
});
const failures = outcomes.flatMap((outcome) => outcome.failures);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
for (const { id, sentence } of failures) process.stdout.write(`${id}: ${sentence}\n`);
process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
