import fc from "fast-check";
import { broken, spoiled } from "./breaks.ts";
import type { Document, Operation } from "./schema.ts";
import { type Hints, valuesOf } from "./values.ts";

/** A request as it is sent. */
export interface Asked {
  operation: string;
  method: string;
  path: string;
  body: Uint8Array<ArrayBuffer> | null;
  type: string | null;
}

/** What the description does not say: values by the name of a field, files, and settings that can be saved. */
export interface Given {
  document: Document;
  hints: Hints;
  files: readonly string[];
  settings: readonly unknown[];
}

const TWENTY_MB = 20 * 1_048_576;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
/** Half characters cannot stand in an address. */
const inAddress = (value: unknown): string =>
  encodeURIComponent(textOf(value).toWellFormed().slice(0, 8_000));

/** Mostly as described, else broken. */
const mixed = (values: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 3, arbitrary: values }, { weight: 2, arbitrary: broken(values) });

/** Requests to one address, valid and broken, as the document describes it. */
export function requestsTo(
  path: string,
  method: string,
  operation: Operation,
  given: Given,
): fc.Arbitrary<Asked> {
  const { document, hints } = given;
  const parameters = operation.parameters.map(({ name, in: place, required, schema }) => {
    const value = hints[name] ?? valuesOf(schema, document, hints);
    return fc
      .tuple(fc.constant(place), fc.constant(name), required ? mixed(value) : fc.option(mixed(value)))
      .map(([where, key, given]) => ({ where, key, given }));
  });
  const address = fc.tuple(...parameters).map((all) => {
    const filled = all
      .filter(({ where }) => where === "path")
      .reduce((so, { key, given }) => so.replace(`{${key}}`, inAddress(given)), path);
    const query = all
      .filter(({ where, given }) => where === "query" && given !== null)
      .map(({ key, given }) => `${key}=${inAddress(given)}`);
    return query.length > 0 ? `${filled}?${query.join("&")}` : filled;
  });
  return fc.record({
    operation: fc.constant(`${method} ${path}`),
    method: fc.constant(method.toUpperCase()),
    path: address,
    ...bodyOf(operation, given),
  });
}

interface Body {
  body: fc.Arbitrary<Asked["body"]>;
  type: fc.Arbitrary<Asked["type"]>;
}

function bodyOf(operation: Operation, { document, hints, files, settings }: Given): Body {
  const [content] = Object.entries(operation.requestBody?.content ?? {});
  if (!content) return { body: fc.constant(null), type: fc.constant(null) };
  const [type, { schema }] = content;
  const isSettings = schema.$ref?.endsWith("/Settings") === true;
  const described = valuesOf(schema, document, hints);
  const values = isSettings ? fc.oneof(fc.constantFrom(...settings), described) : described;
  const good =
    type === "text/csv"
      ? fc.constantFrom(...files).map(encode)
      : fc.oneof(
          { weight: 1, arbitrary: values.map(toBytes) },
          { weight: 1, arbitrary: broken(values).map(toBytes) },
        );
  const huge = fc
    .constantFrom(0x20, 0x5b, 0x22, 0xff)
    .map((byte) => new Uint8Array(TWENTY_MB + 1).fill(byte));
  const body = fc.oneof(
    { weight: 300, arbitrary: good },
    { weight: 100, arbitrary: spoiled(good) },
    { weight: 20, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 1, arbitrary: huge },
  );
  return {
    // safe because: made by Uint8Array itself, never over shared memory.
    body: body.map((bytes) => bytes as Uint8Array<ArrayBuffer>),
    type: fc.oneof(
      { weight: 30, arbitrary: fc.constant(type) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("application/json", "text/csv", "text/plain", 'a/b; charset="x'),
      },
    ),
  };
}

/** JSON keeps half characters as escapes, and says of what it cannot hold nothing. */
const toBytes = (value: unknown): Uint8Array => encode(JSON.stringify(value) ?? "");
