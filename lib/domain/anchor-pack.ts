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

/**
 * Where a pack from outside the build leaves the grammar; null where it does not. A pack with anything that the
 * grammar does not know is refused as a whole.
 */
export function strangeIn(value: unknown): string | null {
  if (!isRecord(value) || !hasOnly(value, "version", "revision", "anchors")) return "the pack";
  if (value.version !== 1) return "version";
  if (!isText(value.revision)) return "revision";
  const { anchors } = value;
  if (!isRecord(anchors) || !hasOnly(anchors, ...ANCHORS)) return "anchors";
  for (const name of ANCHORS) {
    const alternatives = anchors[name];
    if (!Array.isArray(alternatives) || alternatives.length === 0 || alternatives.length > 12) return name;
    const bad = alternatives.findIndex((alternative) => !isAlternative(alternative));
    if (bad !== -1) return `${name}, alternative ${bad + 1}`;
  }
  return null;
}
