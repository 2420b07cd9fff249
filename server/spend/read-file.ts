import { SpendFileError } from "#lib/spend/problem.ts";
import { readSpendFile } from "#lib/spend/read-spend-file.ts";
import type { SpendFile } from "#lib/spend/spend-file.ts";
import { ServerError } from "#server/errors.ts";

/** A whole export; one with any problem is refused with the row and the reason of each. */
export function readFile(csv: Uint8Array): SpendFile {
  const reading = readSpendFile(csv);
  if (reading.ok) return reading.file;
  const { code, message, fields } = new SpendFileError(reading.problems);
  throw new ServerError(422, code, message, { fields });
}
