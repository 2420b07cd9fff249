import { randomUUID } from "node:crypto";
import { rename, writeFile } from "node:fs/promises";

/** Writes a file of ours for its user alone; whoever reads meanwhile, or after a kill, finds one version or the other, whole. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const half = `${file}.${randomUUID()}`;
  await writeFile(half, text, { mode: 0o600 });
  await rename(half, file);
}
