import { InvalidRequest } from "./errors.ts";

/** The JSON of a value for a jsonb column. Throws InvalidRequest for text that PostgreSQL cannot hold. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (typeof part === "string" && (part.includes("\0") || !part.isWellFormed()))
      throw new InvalidRequest({ [key]: "must be text without NUL and without half characters" });
    return part;
  });
