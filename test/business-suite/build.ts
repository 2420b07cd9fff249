import { fileURLToPath } from "node:url";
import { build } from "vite";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Bundles the stand-in into `outDir`: `index.html` and one script beside it. */
export async function buildBusinessSuite(outDir: string): Promise<void> {
  await build({
    root: HERE,
    base: "/rsrc/",
    configFile: false,
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        output: { codeSplitting: false, entryFileNames: "suite.js", assetFileNames: "[name][extname]" },
      },
    },
  });
}
