import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Environment } from "./environment.ts";

/** How a running server is reached from its own machine; holds the database's password, so only its user reads it. */
const Place = z.object({ url: z.url(), databaseUrl: z.string() });
export type Place = z.infer<typeof Place>;

const fileIn = (folder: string): string => join(folder, "server.json");

export const writePlace = (folder: string, place: Place): Promise<void> =>
  writeFile(fileIn(folder), JSON.stringify(place), { mode: 0o600 });

export const removePlace = (folder: string): Promise<void> => rm(fileIn(folder), { force: true });

/** The server that was started in this folder last; null where none was. */
export async function readPlace({ RUNG_DATA }: Pick<Environment, "RUNG_DATA">): Promise<Place | null> {
  const text = await readFile(fileIn(RUNG_DATA), "utf8").catch(() => null);
  return text === null ? null : Place.parse(JSON.parse(text));
}
