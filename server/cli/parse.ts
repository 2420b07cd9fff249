import type { z } from "zod";

/** Options as a value, or a sentence that names each option that is wrong. */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, options: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${optionOf(path)} ${message}`);
  throw new Error(`${problems.join("; ")}.`);
}

/** As it was typed: `timeZone` is `--time-zone`. */
const optionOf = (path: readonly PropertyKey[]): string =>
  `--${String(path[0]).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
