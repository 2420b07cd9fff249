import { execFile, spawn } from "node:child_process";
import { accessSync, constants, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { promisify } from "node:util";

/** What finding or installing a browser needs of the machine; tests give another one. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  isRoot: boolean;
  /** `ID` and `ID_LIKE` of /etc/os-release; empty elsewhere. */
  family: string;
  isFile(path: string): boolean;
  /** Names in a folder, newest last; none where there is no folder. */
  list(folder: string): string[];
  /** It starts and says a version: a stub that only tells how to install does not. */
  starts(path: string): Promise<boolean>;
  /** Runs a command with its output on stderr; whether it ended well. */
  run(command: string, args: readonly string[]): Promise<boolean>;
  say(line: string): void;
}

const byNumber = new Intl.Collator("en", { numeric: true });

const familyOf = (release: string): string =>
  [...release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].map(([, value]) => value).join(" ");

const orElse = <T>(read: () => T, other: T): T => {
  try {
    return read();
  } catch {
    return other;
  }
};

/** This machine. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isRoot: process.getuid?.() === 0,
    family: orElse(() => familyOf(readFileSync("/etc/os-release", "utf8")), ""),
    isFile: (path) =>
      orElse(() => {
        accessSync(path, constants.X_OK);
        return true;
      }, false),
    list: (folder) => orElse(() => readdirSync(folder).toSorted(byNumber.compare), []),
    starts: (path) =>
      promisify(execFile)(path, ["--version"], { timeout: 30_000 }).then(
        ({ stdout }) => /\d+\.\d+/.test(stdout),
        () => false,
      ),
    run: (command, args) =>
      new Promise((resolve) => {
        const child = spawn(command, args, { stdio: ["ignore", process.stderr, process.stderr] });
        child.on("error", () => resolve(false));
        child.on("close", (code) => resolve(code === 0));
      }),
    say: (line) => void process.stderr.write(`${line}\n`),
  };
}
