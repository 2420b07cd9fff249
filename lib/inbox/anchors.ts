import type { Alternative, AttributeTest, Step } from "#lib/domain/anchor-pack.ts";

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
