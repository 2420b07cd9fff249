import fc from "fast-check";
import type { Document, Schema } from "./schema.ts";

/** Values that a schema cannot tell: ids that are there, a zone, a code; by the name of the field. */
export type Hints = Record<string, fc.Arbitrary<unknown>>;

/** Deep enough for every schema of the document; what lies deeper is left out. */
const MOST_DEPTH = 9;

/** Values as a schema describes them. */
export function valuesOf(schema: Schema, document: Document, hints: Hints, depth = 0): fc.Arbitrary<unknown> {
  const go = (inner: Schema) => valuesOf(inner, document, hints, depth + 1);
  if (depth > MOST_DEPTH) return fc.constant(null);
  if (schema.$ref !== undefined) {
    const named = document.components.schemas[schema.$ref.split("/").at(-1) ?? ""];
    if (!named) throw new Error(`${schema.$ref} is not in the document.`);
    return go(named);
  }
  const options = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (options) return fc.oneof(...options.map(go));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return fc.jsonValue({ maxDepth: 2 });
  return fc.oneof(...types.map((type) => ofType(type, schema, go, hints)));
}

function ofType(
  type: string,
  schema: Schema,
  go: (inner: Schema) => fc.Arbitrary<unknown>,
  hints: Hints,
): fc.Arbitrary<unknown> {
  switch (type) {
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return fc.integer({ min: schema.minimum ?? -1_000, max: Math.min(schema.maximum ?? 1e6, 2 ** 31) });
    case "boolean":
      return fc.boolean();
    case "array":
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(go));
      return fc.array(schema.items ? go(schema.items) : fc.jsonValue({ maxDepth: 1 }), {
        minLength: 1,
        maxLength: 3,
      });
    case "object":
      return objectOf(schema, go, hints);
    default:
      return fc.constant(null);
  }
}

function textOf({ pattern, format, minLength = 0, maxLength = 30 }: Schema): fc.Arbitrary<unknown> {
  if (format === "date") return fc.constantFrom("2026-11-16", "2026-11-17", "2025-02-28");
  if (format === "uuid") return fc.uuid();
  if (pattern !== undefined && maxLength >= 30)
    return fc.stringMatching(new RegExp(pattern)).map((text) => text.slice(0, maxLength));
  return fc.string({ minLength, maxLength: Math.min(maxLength, 30) });
}

/** Objects with all of the required parts and some of the others. */
const optionally = (parts: Record<string, fc.Arbitrary<unknown>>, required: readonly string[]) =>
  fc
    .tuple(fc.record(parts), fc.array(fc.constantFrom(...Object.keys(parts), "")))
    .map(([whole, gone]) =>
      Object.fromEntries(
        Object.entries(whole).filter(([name]) => required.includes(name) || !gone.includes(name)),
      ),
    );

function objectOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  go: (inner: Schema) => fc.Arbitrary<unknown>,
  hints: Hints,
): fc.Arbitrary<unknown> {
  const named = Object.entries(properties).map(([name, inner]) => {
    const hint = hints[name];
    const value = go(inner);
    return [name, hint ? fc.oneof({ weight: 9, arbitrary: hint }, { weight: 1, arbitrary: value }) : value];
  });
  const known: fc.Arbitrary<object> = optionally(Object.fromEntries(named), required);
  if (typeof additionalProperties !== "object") return known;
  return fc
    .tuple(known, fc.dictionary(fc.string({ maxLength: 10 }), go(additionalProperties), { maxKeys: 3 }))
    .map(([own, more]) => ({ ...more, ...own }));
}
