import type { z } from "zod";
import { InvalidRequest } from "#server/errors.ts";

/** Options as a value. Throws InvalidRequest naming each that is wrong. */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, options: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [String(path[0]), message]),
  );
  throw new InvalidRequest(fields);
}

/** Fields that are wrong, each as the option that was typed: `timeZone` is `--time-zone`. */
export const optionProblems = (fields: Record<string, string>): string =>
  `${Object.entries(fields)
    .map(([field, sentence]) => `${optionOf(field)} ${sentence}`)
    .join("; ")}.`;

const optionOf = (field: string): string =>
  `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
