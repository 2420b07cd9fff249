import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

/**
 * A page whose entry imports the rest of itself dynamically, so that it can ask for something meanwhile, says so in its
 * head: the rest is then read beside the entry, not after it.
 */
export const preloadDynamic = (): Plugin => ({
  name: "rung:preload-dynamic",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle, chunk }) => {
      if (!bundle || !chunk) return [];
      const known = reached(bundle, [chunk.fileName], new Set());
      const rest = [...reached(bundle, chunk.dynamicImports, known)];
      const styles = new Set(rest.flatMap((file) => stylesOf(bundle, file)));
      return [
        ...rest.map((file) => link({ rel: "modulepreload", crossorigin: true, href: `/${file}` })),
        ...[...styles].map((file) => link({ rel: "stylesheet", crossorigin: true, href: `/${file}` })),
      ];
    },
  },
});

const link = (attrs: HtmlTagDescriptor["attrs"]): HtmlTagDescriptor => ({
  tag: "link",
  attrs,
  injectTo: "head",
});

/** Chunks and all that they import, each after what it imports, but for those known already. */
function reached(
  bundle: Rolldown.OutputBundle,
  files: readonly string[],
  known: ReadonlySet<string>,
): Set<string> {
  const seen = new Set(known);
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const chunk = bundle[file];
    if (chunk?.type === "chunk") chunk.imports.forEach(visit);
    found.add(file);
  };
  files.forEach(visit);
  return found;
}

function stylesOf(bundle: Rolldown.OutputBundle, file: string): string[] {
  const chunk = bundle[file];
  return chunk?.type === "chunk" ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
}
