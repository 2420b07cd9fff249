import { readdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Row } from "#test/bench/row.ts";

/**
 * `npm run -s bench -- [overlay|domain|server|scorecard]… [--json FILE]`: every file here whose name begins with a suite's
 * (`domain-calendar.ts`) gives rows. JSON goes to standard output, words to standard error; exit code 1 says that a
 * target was missed, 2 that nothing could be measured.
 */
const SUITES = ["overlay", "domain", "server", "scorecard"];

interface Bench {
  rows: () => Row[] | Promise<Row[]>;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
const wanted = positionals.length > 0 ? positionals : SUITES;
const files = readdirSync(import.meta.dirname).filter((file) =>
  wanted.some((suite) => file === `${suite}.ts` || (file.startsWith(`${suite}-`) && file.endsWith(".ts"))),
);
const unknown = wanted.filter((suite) => !SUITES.includes(suite));
if (unknown.length > 0 || files.length === 0) {
  say(
    `There is nothing to measure for ${(unknown.length > 0 ? unknown : wanted).join(", ")}. Name one of ${SUITES.join(", ")}.`,
  );
  process.exit(2);
}

const rows: Row[] = [];
for (const file of files) {
  // safe because: a file of this folder named after a suite exports `rows`; one that does not fails right here.
  const bench = (await import(`./${file}`)) as Bench;
  for (const row of await bench.rows()) {
    rows.push(row);
    say(wordsOf(row));
  }
}
const json = `${JSON.stringify(rows, null, 2)}\n`;
if (values.json !== undefined) writeFileSync(values.json, json);
process.stdout.write(json);
process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

function wordsOf({ metric, unit, ours, reference, referenceName, ratio, target, met }: Row): string {
  const figure = (value: number) =>
    `${value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3)} ${unit}`;
  const beside =
    reference === null || ratio === null
      ? ""
      : `, ${referenceName} ${figure(reference)}: ${ratio.toPrecision(3)} times`;
  const verdict = met === null ? "     " : met ? "met  " : "MISS ";
  return `${verdict}${metric}: ${figure(ours)}${beside}${target === null ? "" : ` (${target})`}`;
}
