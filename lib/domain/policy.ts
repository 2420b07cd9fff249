import { z } from "zod";

/**
 * What only administrators decide, and every member is told. `retentionDays`: a customer of whom nothing was heard for
 * so long is forgotten, null never. `figuresPerPerson`: managers see figures of each member; null is not answered yet,
 * which is as good as no.
 */
export const Policy = z
  .object({
    retentionDays: z.int().min(30).max(3_650).nullable(),
    figuresPerPerson: z.boolean().nullable(),
  })
  .meta({ id: "Policy" });
export type Policy = z.infer<typeof Policy>;

export const NO_POLICY: Policy = { retentionDays: null, figuresPerPerson: null };

/** What an administrator changes; what is left out stays. */
export const PolicyChange = Policy.partial()
  .refine((change) => Object.keys(change).length > 0, "must say what changes")
  .meta({ id: "PolicyChange" });
export type PolicyChange = z.infer<typeof PolicyChange>;
