import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { migrations } from "#server/migrations/all.ts";
import { End, Header, readLine } from "./format.ts";

/** A row of a table, as PostgreSQL wrote it. */
export interface BackupRow {
  table: string;
  row: string;
}

/** The rows of a backup. Throws with a sentence for a file that is none, is of another version, or was cut off. */
export async function* readBackup(file: string): AsyncGenerator<BackupRow> {
  const unzipped = createReadStream(file)
    .on("error", (error) => unzipped.destroy(error))
    .pipe(createGunzip());
  const read = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY });
  let rows = -1;
  let isWhole = false;
  try {
    for await (const line of read) {
      if (rows === -1) checkHeader(line);
      else {
        const held = readLine(line);
        if (held) yield held;
        else isWhole = End.safeParse(parse(line)).data?.rows === rows;
      }
      rows += 1;
    }
  } catch (error) {
    if (!isBroken(error)) throw error;
  }
  if (!isWhole) throw new Error(rows === -1 ? NONE : "This backup was cut off: nothing was restored.");
}

const NONE = "This file is no backup of Rung.";

function checkHeader(line: string): void {
  const header = Header.safeParse(parse(line));
  if (!header.success) throw new Error(NONE);
  const [then, now] = [header.data.migrations, Object.keys(migrations)];
  if (then.length !== now.length || then.some((name, n) => name !== now[n]))
    throw new Error(
      "This backup was made by another version of Rung: restore it with that version, then start this one.",
    );
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What the unzipping says of a file that is none, or ends early. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
