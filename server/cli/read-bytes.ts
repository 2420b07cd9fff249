import { readFile } from "node:fs/promises";

/** A file that was named on the command line. Throws an error with a sentence. */
export const readBytes = (file: string): Promise<Buffer> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === "ENOENT" ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}`,
      { cause: error },
    );
  });
