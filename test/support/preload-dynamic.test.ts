import type { IndexHtmlTransformContext, Rolldown } from "vite";
import { expect, it } from "vitest";
import { preloadDynamic } from "#lib/build/preload-dynamic.ts";

const chunkOf = (fileName: string, parts: Partial<Rolldown.OutputChunk>, css: string[] = []) => {
  const viteMetadata = { importedCss: new Set(css), importedAssets: new Set() };
  // safe because: the plugin reads no more of a chunk than this.
  return {
    type: "chunk",
    fileName,
    imports: [],
    dynamicImports: [],
    viteMetadata,
    ...parts,
  } as unknown as Rolldown.OutputChunk;
};

/** What a page is told to read besides what the build says already: `[rel, href]`, in order. */
function told(chunks: readonly Rolldown.OutputChunk[]): unknown[] {
  const { transformIndexHtml: hook } = preloadDynamic();
  if (typeof hook !== "object" || !("handler" in hook)) throw new Error("It does nothing to a page.");
  const bundle = Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk]));
  const context = { bundle, chunk: chunks[0] };
  // safe because: the plugin reads no more of the context, and uses nothing of its own.
  const tags = hook.handler.call(undefined as never, "", context as unknown as IndexHtmlTransformContext);
  return Array.isArray(tags) ? tags.map(({ attrs }) => [attrs?.["rel"], attrs?.["href"]]) : [];
}

const SHARED = chunkOf("shared.js", {}, ["shared.css"]);

it("a page is told of what its entry imports dynamically, after what that needs, and of nothing twice", () => {
  const entry = chunkOf("entry.js", { imports: ["shared.js"], dynamicImports: ["rest.js"] });
  const rest = chunkOf("rest.js", { imports: ["deep.js", "shared.js"] }, ["rest.css", "deep.css"]);
  const deep = chunkOf("deep.js", { imports: ["shared.js"] }, ["deep.css"]);
  expect(told([entry, SHARED, rest, deep])).toEqual([
    ["modulepreload", "/deep.js"],
    ["modulepreload", "/rest.js"],
    ["stylesheet", "/deep.css"],
    ["stylesheet", "/rest.css"],
  ]);
});

it("a page that reads all of itself at once is told nothing", () => {
  expect(told([chunkOf("entry.js", { imports: ["shared.js"] }), SHARED])).toEqual([]);
});
