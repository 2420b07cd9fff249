import { z } from "zod";

/** As much of JSON Schema as the server's document uses. */
export interface Schema {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  enum?: unknown[] | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  allOf?: Schema[] | undefined;
  pattern?: string | undefined;
  format?: string | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  additionalProperties?: Schema | boolean | undefined;
  items?: Schema | undefined;
  prefixItems?: Schema[] | undefined;
}

const Shape: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.string().or(z.array(z.string())).optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(Shape).optional(),
    oneOf: z.array(Shape).optional(),
    allOf: z.array(Shape).optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    properties: z.record(z.string(), Shape).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: Shape.or(z.boolean()).optional(),
    items: Shape.optional(),
    prefixItems: z.array(Shape).optional(),
  }),
);

const Operation = z.object({
  parameters: z
    .array(
      z.object({ name: z.string(), in: z.enum(["query", "path"]), required: z.boolean(), schema: Shape }),
    )
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: Shape })) }).optional(),
  security: z.array(z.unknown()).optional(),
  responses: z.record(z.string(), z.unknown()),
});
export type Operation = z.infer<typeof Operation>;

/** The server's own description of itself. */
export const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Shape) }),
});
export type Document = z.infer<typeof Document>;
