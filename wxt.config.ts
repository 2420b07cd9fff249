import type { Alias, AliasOptions } from "vite";
import { defineConfig } from "wxt";
import { plainTextOnly } from "./lib/build/plain-text-only.ts";
import { preloadDynamic } from "./lib/build/preload-dynamic.ts";
import { preactAlias } from "./lib/build/preact-alias.ts";

/** Vite takes aliases as a table or as a list. */
const asList = (alias: AliasOptions = []): Alias[] =>
  Array.isArray(alias)
    ? [...alias]
    : Object.entries(alias).map(([find, replacement]) => ({ find, replacement }));

const GUARD = "content-scripts/guard.js";

/** The guard says "MAIN" to be built without WXT's context (1 KB at most), yet it runs in our own world. */
function guardApart<Script extends { js?: string[] }>(script: Script): Script[] {
  const others = (script.js ?? []).filter((file) => file !== GUARD);
  if (others.length === script.js?.length) return [script];
  const guard = { ...script, js: [GUARD] };
  Reflect.deleteProperty(guard, "world");
  return others.length > 0 ? [guard, { ...script, js: others }] : [guard];
}

/** Chrome and Firefox, both Manifest V3; the page's own address is the only match pattern. */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ["@wxt-dev/module-react"],
  vite: () => ({ plugins: [plainTextOnly(), preloadDynamic()] }),
  hooks: {
    "vite:build:extendConfig": (entrypoints, vite) => {
      if (entrypoints.some(({ name }) => name === "inbox"))
        vite.resolve = { ...vite.resolve, alias: [...preactAlias, ...asList(vite.resolve?.alias)] };
    },
    "build:manifestGenerated": (_wxt, manifest) => {
      manifest.content_scripts = (manifest.content_scripts ?? []).flatMap(guardApart);
    },
  },
  manifest: ({ browser }) => ({
    name: "Rung",
    description: "Tag what each Meta inbox conversation became, and read what a qualified one costs.",
    permissions: ["alarms", "notifications", "storage"],
    // The inbox, to tell its tabs what changed; a server on this machine. A team's own server is asked for on a click.
    host_permissions: ["https://business.facebook.com/*", "http://127.0.0.1/*", "http://localhost/*"],
    optional_host_permissions: ["https://*/*"],
    ...(browser === "chrome" && { minimum_chrome_version: "123" }),
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "rung@rung.example",
          strict_min_version: "142.0",
          data_collection_permissions: { required: ["personallyIdentifyingInfo"] },
        },
      },
    }),
  }),
});
