import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ANCHOR_PACK } from "#lib/inbox/anchors-pack.ts";
import { type Alternative, ANCHORS } from "#lib/domain/anchor-pack.ts";
import { selectorOf } from "#lib/inbox/anchors.ts";

/** What finds the page's parts in the manner of a content script; each becomes an extension of its own. */
export const REFERENCES = ["none", "query", "animation"] as const;
export type ReferenceName = (typeof REFERENCES)[number];

const SELECTORS = ANCHORS.map((anchor) =>
  (ANCHOR_PACK.anchors[anchor] as readonly Alternative[]).map(selectorOf),
);

/** One observer for all; on each batch every selector is asked anew. */
const QUERY = `
const selectors = ${JSON.stringify(SELECTORS.flat())};
const found = new Map();
const look = () => {
  for (const selector of selectors) found.set(selector, document.querySelectorAll(selector));
};
new MutationObserver(look).observe(document.documentElement, {
  subtree: true, childList: true, attributes: true, characterData: true,
});
look();`;

/** An animation that shows nothing starts on what a selector names and was not seen; its event tells. */
const ANIMATION_STYLE = `@keyframes rung-reference {}
${SELECTORS.map((ways, index) => `:where(${ways.join(",")}):not(.seen-${index}) { animation: 1ms rung-reference; }`).join("\n")}`;

const ANIMATION = `
const groups = ${JSON.stringify(SELECTORS.map((ways) => ways.join(",")))};
const found = groups.map(() => new Set());
addEventListener("animationstart", ({ target, animationName }) => {
  if (animationName !== "rung-reference") return;
  groups.forEach((group, index) => {
    if (target.classList.contains("seen-" + index) || !target.matches(group)) return;
    target.classList.add("seen-" + index);
    found[index].add(target);
  });
}, true);`;

const FILES: Record<ReferenceName, { script: string; style: string }> = {
  none: { script: "", style: "" },
  query: { script: QUERY, style: "" },
  animation: { script: ANIMATION, style: ANIMATION_STYLE },
};

/** Writes the extension of a reference into a new folder below `folder`, and answers where it is. */
export async function writeReference(name: ReferenceName, folder: string): Promise<string> {
  const path = join(folder, name);
  const { script, style } = FILES[name];
  const manifest = {
    manifest_version: 3,
    name: `reference ${name}`,
    version: "1",
    ...(name !== "none" && {
      content_scripts: [
        {
          matches: ["https://business.facebook.com/*"],
          js: ["script.js"],
          css: ["style.css"],
          run_at: "document_end",
        },
      ],
    }),
  };
  await mkdir(path, { recursive: true });
  await writeFile(join(path, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(path, "script.js"), script);
  await writeFile(join(path, "style.css"), style);
  return path;
}
