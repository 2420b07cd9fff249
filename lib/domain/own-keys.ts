import { z } from "zod";
import { COMMAND_NAMES, type OwnKeys as Own } from "./commands.ts";

const Key = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Za-z]+\d?$/)
    .max(20),
  label: z.string().min(1).max(8),
});

const hasNoTwins = (own: Own): boolean => {
  const codes = Object.values(own).map(({ code }) => code);
  return new Set(codes).size === codes.length;
};

/** The keys that a person has changed; no two commands have one key. */
export const OwnKeys: z.ZodType<Own> = z
  .partialRecord(z.enum(COMMAND_NAMES), Key)
  .refine(hasNoTwins, "two commands have the same key");
