import { RungError } from "#lib/errors.ts";

/** Why a file is refused. Rows count as a spreadsheet does: the headings are row 1. Null is the file as a whole. */
export interface SpendProblem {
  row: number | null;
  column: string | null;
  reason: string;
}

/** More reasons than these help nobody. */
export const MOST_PROBLEMS = 20;

/** Collects the first reasons; once it is full, reading may stop. */
export class ProblemList {
  readonly found: SpendProblem[] = [];

  add(reason: string, row: number | null = null, column: string | null = null): void {
    if (!this.isFull) this.found.push({ row, column, reason });
  }

  get isFull(): boolean {
    return this.found.length >= MOST_PROBLEMS;
  }
}

/** A problem as a sentence with its place. */
const inWords = ({ row, column, reason }: SpendProblem): string => {
  const place = [row !== null && `row ${row}`, column !== null && `column “${column}”`].filter(Boolean);
  return place.length > 0 ? `${place.join(", ")}: ${reason}` : reason;
};

/** A refused file as an error, for callers that throw: its sentence is the first reason, its fields are all. */
export class FileError extends RungError {
  readonly problems: readonly SpendProblem[];

  constructor(code: string, problems: readonly SpendProblem[]) {
    const [first, ...more] = problems.map(inWords);
    const rest = more.length > 0 ? ` (and ${more.length} more)` : "";
    const fields = Object.fromEntries(
      problems.map((problem, index) => [`problems.${index}`, inWords(problem)]),
    );
    super(code, `This file was not imported: ${first ?? "it cannot be read"}${rest}`, fields);
    this.problems = problems;
  }
}

/** A refused export of ad spend. */
export class SpendFileError extends FileError {
  override readonly name = "SpendFileError";

  constructor(problems: readonly SpendProblem[]) {
    super("spend_file", problems);
  }
}
