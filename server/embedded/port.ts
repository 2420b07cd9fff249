import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { writeWhole } from "#server/write-whole.ts";

const PORT_FILE = "postgres.port";

const fileIn = (folder: string): string => join(folder, PORT_FILE);

/** The port that the cluster of a folder had before, so that servers which outlived it find it again; else a free one. */
export async function choosePort(folder: string): Promise<number> {
  const kept = Number(await readFile(fileIn(folder), "utf8").catch(() => "0"));
  const port = (kept > 0 ? await bind(kept) : null) ?? (await bind(0));
  if (port === null) throw new Error("There is no free port on 127.0.0.1 for the embedded PostgreSQL.");
  return port;
}

/** Remembers on which port the cluster stands, whoever started it. */
export const keepPort = (folder: string, port: number): Promise<void> =>
  writeWhole(fileIn(folder), String(port));

/** The port if it could be had (0 is any), null where it is taken. */
const bind = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
