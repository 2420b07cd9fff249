import { RungError } from "#lib/errors.ts";

/** How an attribute must read: just be there, be equal, or begin with, end with or hold a text. */
export type AttributeTest = true | { is: string } | { starts: string } | { ends: string } | { holds: string };

/** One element by tag, role, data and aria attributes. `child` asks it to be a child of the step before. */
export interface Step {
  tag?: string;
  role?: string;
  attributes?: Readonly<Record<string, AttributeTest>>;
  child?: true;
}

/** One way to find a thing: steps from the outside in, and one element that the last of them must hold. */
export interface Alternative {
  id: string;
  path: readonly Step[];
  has?: Step;
}

export const ANCHORS = [
  "surface",
  "list",
  "row",
  "title",
  "header",
  "region",
  "message",
  "composer",
  "tabs",
  "details",
] as const;
export type AnchorName = (typeof ANCHORS)[number];

/** Where things are, as data: a pack can name places and nothing else, so it never widens what is read. */
export interface AnchorPack {
  version: 1;
  revision: string;
  anchors: Readonly<Record<AnchorName, readonly Alternative[]>>;
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;

function attributeSelector(name: string, test: AttributeTest): string {
  if (test === true) return `[${name}]`;
  if ("is" in test) return `[${name}=${quote(test.is)}]`;
  if ("starts" in test) return `[${name}^=${quote(test.starts)}]`;
  if ("ends" in test) return `[${name}$=${quote(test.ends)}]`;
  return `[${name}*=${quote(test.holds)}]`;
}

const stepSelector = ({ tag = "", role, attributes = {} }: Step): string =>
  [
    tag,
    role === undefined ? "" : attributeSelector("role", { is: role }),
    ...Object.entries(attributes).map(([name, test]) => attributeSelector(name, test)),
  ].join("");

/** The alternative as a selector. */
export function selectorOf({ path, has }: Alternative): string {
  const steps = path.map((step, index) =>
    index === 0 ? stepSelector(step) : `${step.child ? " > " : " "}${stepSelector(step)}`,
  );
  return steps.join("") + (has ? `:has(${has.child ? "> " : ""}${stepSelector(has)})` : "");
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string =>
  typeof value === "string" && /^[^\p{Cc}]{1,200}$/u.test(value);
const hasOnly = (record: Record<string, unknown>, ...names: string[]): boolean =>
  Object.keys(record).every((name) => names.includes(name));

function isAttributeTest(value: unknown): value is AttributeTest {
  if (value === true) return true;
  const [entry, ...others] = isRecord(value) ? Object.entries(value) : [];
  return (
    others.length === 0 &&
    entry !== undefined &&
    /^(?:is|starts|ends|holds)$/.test(entry[0]) &&
    isText(entry[1])
  );
}

function isStep(value: unknown): value is Step {
  if (!isRecord(value) || !hasOnly(value, "tag", "role", "attributes", "child")) return false;
  const { tag, role, attributes, child } = value;
  const isNamed = tag !== undefined || role !== undefined || attributes !== undefined;
  return (
    isNamed &&
    (tag === undefined || (typeof tag === "string" && /^[a-z][a-z0-9]{0,15}$/.test(tag))) &&
    (role === undefined || (typeof role === "string" && /^[a-z]{1,20}$/.test(role))) &&
    (child === undefined || child === true) &&
    (attributes === undefined ||
      (isRecord(attributes) &&
        Object.entries(attributes).every(
          ([name, test]) => /^(?:data|aria)-[a-z-]{1,40}$/.test(name) && isAttributeTest(test),
        )))
  );
}

const isAlternative = (value: unknown): value is Alternative =>
  isRecord(value) &&
  hasOnly(value, "id", "path", "has") &&
  isText(value.id) &&
  Array.isArray(value.path) &&
  value.path.length >= 1 &&
  value.path.length <= 4 &&
  value.path.every(isStep) &&
  (value.has === undefined || isStep(value.has));

function refuse(place: string): never {
  throw new RungError("bad_anchors", `The anchors are not in the form this version knows: see ${place}.`);
}

/**
 * Checks a pack from outside the build. Throws a {@link RungError} `bad_anchors` that names the place; a pack with
 * anything that the grammar does not know is refused as a whole.
 */
export function parsePack(value: unknown): AnchorPack {
  if (!isRecord(value) || !hasOnly(value, "version", "revision", "anchors")) return refuse("the pack");
  if (value.version !== 1) return refuse("version");
  if (!isText(value.revision)) return refuse("revision");
  const { anchors } = value;
  if (!isRecord(anchors) || !hasOnly(anchors, ...ANCHORS)) return refuse("anchors");
  for (const name of ANCHORS) {
    const alternatives = anchors[name];
    if (!Array.isArray(alternatives) || alternatives.length === 0 || alternatives.length > 12)
      return refuse(name);
    const bad = alternatives.findIndex((alternative) => !isAlternative(alternative));
    if (bad !== -1) return refuse(`${name}, alternative ${bad + 1}`);
  }
  // safe because: every field was just checked.
  return value as unknown as AnchorPack;
}
