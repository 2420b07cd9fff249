import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "./browser-places.ts";
import { copyExtension } from "./build.ts";

/** A temporary folder of one browser: its profile, and its own copy of the extension. */
export interface Profile {
  data: string;
  extension: string;
  remove(): Promise<void>;
}

/** Starts on a profile, which does not stay behind where that fails. */
export async function startOn<T>(profile: Profile, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    await profile.remove();
    throw error;
  }
}

export async function makeProfile(name: BrowserName, extension: string | undefined): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), `rung-${name}-`));
  const copy = join(folder, "extension");
  if (extension === undefined) await copyExtension(name, copy);
  return {
    data: join(folder, "profile"),
    extension: extension ?? copy,
    // A browser that is just ending may still write.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}
