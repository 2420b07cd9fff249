import { execFile } from "node:child_process";

/** The system user that PostgreSQL runs as; empty is the user who started us. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

export interface Ran {
  /** Exit code; null when the program could not be started. */
  code: number | null;
  output: string;
}

/** Runs a program to its end and says what it said; a failure is an answer, not an exception. */
export const run = (program: string, args: string[], as: RunAs = {}): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: "C" };
    execFile(program, args, { ...as, cwd: "/", env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      const cause = code === null ? (error?.message ?? "") : "";
      resolve({ code, output: [stdout, stderr, cause].filter(Boolean).join("\n").trim() });
    });
  });
