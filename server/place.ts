import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Environment } from "./environment.ts";
import { writeWhole } from "./write-whole.ts";

/** How a running server is reached from its own machine (`url` null: of several the one named has stopped); holds the database's password, so only its user reads it. */
const Place = z.object({ url: z.url().nullable(), databaseUrl: z.string() });
export type Place = z.infer<typeof Place>;

const fileIn = (folder: string): string => join(folder, "server.json");

export const writePlace = (folder: string, place: Place): Promise<void> =>
  writeWhole(fileIn(folder), JSON.stringify(place));

/** A server of this folder stops. While others still use its database, the command line still finds that. */
export async function leavePlace(folder: string, url: string, isLast: boolean): Promise<void> {
  const place = await readPlace({ RUNG_DATA: folder });
  if (isLast) await rm(fileIn(folder), { force: true });
  else if (place?.url === url) await writePlace(folder, { ...place, url: null });
}

/** The server that was started in this folder last; null where none was. */
export async function readPlace({ RUNG_DATA }: Pick<Environment, "RUNG_DATA">): Promise<Place | null> {
  const text = await readFile(fileIn(RUNG_DATA), "utf8").catch(() => null);
  return text === null ? null : Place.parse(JSON.parse(text));
}
