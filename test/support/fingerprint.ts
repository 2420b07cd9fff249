import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";

/** A hash over the names and contents of files and of everything in folders; what is not there counts as such. */
export async function fingerprint(root: string, inputs: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const input of inputs)
    for (const file of await filesOf(root, input)) {
      hash.update(`${file}\0`);
      hash.update(await readFile(`${root}/${file}`));
    }
  return hash.digest("hex");
}

async function filesOf(root: string, input: string): Promise<string[]> {
  const found = await stat(`${root}/${input}`).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [input];
  const entries = await readdir(`${root}/${input}`, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}
