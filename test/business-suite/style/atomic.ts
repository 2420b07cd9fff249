import { hashOf } from "#test/business-suite/world/random.ts";

/** One class a declaration, named by a seeded hash: shared by whatever uses it, as on the real page (facts, 2.1). */
const sheet = new CSSStyleSheet();
const known = new Map<string, string>();
let seed = 1;

document.adoptedStyleSheets = [sheet];

/** Other names for the same declarations from now on; what is rendered next uses them. */
export function seedClasses(next: number): void {
  seed = next;
  known.clear();
  sheet.replaceSync("");
}

const nameOf = (text: string): string => `x${hashOf(`${seed}/${text}`).toString(36).padStart(7, "1")}`;

/** The class of one declaration, written into the sheet on first use; `:hover>` or `::before>` may stand before it. */
function classOf(declaration: string): string {
  const there = known.get(declaration);
  if (there !== undefined) return there;
  const name = nameOf(declaration);
  const [pseudo, body] = declaration.includes(">") ? declaration.split(">") : ["", declaration];
  sheet.insertRule(`.${name}${pseudo ?? ""}{${body ?? ""}}`);
  known.set(declaration, name);
  return name;
}

/** The class names of declarations, `display:flex;gap:8px`, one name for each. */
export const cx = (...groups: (string | false)[]): string =>
  groups
    .flatMap((group) => (group === false ? [] : group.split(";")))
    .filter((declaration) => declaration !== "")
    .map((declaration) => classOf(declaration.trim()))
    .join(" ");

/** A rule of a child while its parent is hovered: two marker classes, to be added to the two. */
export function hoverPair(declaration: string): { parent: string; child: string } {
  const parent = nameOf(`parent ${declaration}`);
  const child = nameOf(`child ${declaration}`);
  if (!known.has(parent))
    sheet.insertRule(`.${parent}:hover .${child}{${declaration}}`, sheet.cssRules.length);
  known.set(parent, child);
  return { parent, child };
}
