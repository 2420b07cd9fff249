import { readFile } from "node:fs/promises";

const SENTENCES: Record<string, (file: string) => string> = {
  ENOENT: (file) => `There is no file ${file}.`,
  EISDIR: (file) => `${file} is a folder: name the file in it.`,
};

/** A file that was named on the command line. Throws an error with a sentence. */
export const readBytes = (file: string): Promise<Buffer> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(SENTENCES[error.code ?? ""]?.(file) ?? `${file} cannot be read: ${error.message}`, {
      cause: error,
    });
  });
