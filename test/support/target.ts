/**
 * What a test points at: a CSS selector, or a role with a name. Both look into open shadow roots.
 * `in` narrows to our overlay (`rung-overlay`) or to the page around it.
 */
export type Target = string | RoleTarget | CssTarget;

interface Narrowed {
  in?: "overlay" | "page";
  /** Which of several, from 0; without it the target must be the only visible one. */
  nth?: number;
}

export interface RoleTarget extends Narrowed {
  role: string;
  /** The accessible name: a text that it must equal, or a pattern. */
  name?: string | RegExp;
}

export interface CssTarget extends Narrowed {
  css: string;
  /** Text it must contain, or match. */
  text?: string | RegExp;
}

/** A target as it crosses into the page: patterns as their source. */
export interface Query {
  css: string | null;
  role: string | null;
  text: { exact: string } | { contains: string } | { source: string; flags: string } | null;
  in: "overlay" | "page" | null;
  nth: number | null;
}

const textOf = (text: string | RegExp | undefined, kind: "exact" | "contains"): Query["text"] => {
  if (text === undefined) return null;
  if (text instanceof RegExp) return { source: text.source, flags: text.flags };
  return kind === "exact" ? { exact: text } : { contains: text };
};

export function queryOf(target: Target): Query {
  if (typeof target === "string") return { css: target, role: null, text: null, in: null, nth: null };
  const narrowed = { in: target.in ?? null, nth: target.nth ?? null };
  if ("role" in target)
    return { css: null, role: target.role, text: textOf(target.name, "exact"), ...narrowed };
  return { css: target.css, role: null, text: textOf(target.text, "contains"), ...narrowed };
}

export const describeTarget = (target: Target): string => {
  if (typeof target === "string") return target;
  const where = target.in ? ` in the ${target.in}` : "";
  const nth = target.nth === undefined ? "" : ` #${target.nth}`;
  if ("role" in target) return `${target.role} ${String(target.name ?? "(any name)")}${nth}${where}`;
  return `${target.css}${target.text === undefined ? "" : ` with ${String(target.text)}`}${nth}${where}`;
};
