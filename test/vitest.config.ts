import { defineConfig } from "vitest/config";
import { preactAlias } from "#lib/build/preact-alias.ts";

/** What is awaited comes by itself; how soon is another question on a machine with other work to do. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

const project = (name: string, include: string[], environment: "node" | "jsdom", more: object = {}) => ({
  test: { name, include, environment, root: new URL("..", import.meta.url).pathname, ...patience, ...more },
});

/** Files that leave nothing behind in their process share one, and what it has loaded. */
const together = { isolate: false };

/** One project a kind of ground to stand on; browsers have their own runner (test/e2e). */
export default defineConfig({
  test: {
    // By default a core is left for whoever works beside; a test that waits for a database leaves one anyway.
    maxWorkers: "100%",
    projects: [
      project(
        "pure",
        [
          "test/*.test.ts",
          "test/domain/**/*.test.ts",
          "test/{spend,sales}/**/*.test.ts",
          "test/conformance/**/*.test.ts",
          "test/support/**/*.test.ts",
        ],
        "node",
        together,
      ),
      project("store", ["test/store/**/*.test.ts", "test/sync/**/*.test.ts"], "node", together),
      project("pages", ["test/components/**/*.test.{ts,tsx}"], "jsdom"),
      project("server", ["test/server/**/*.test.ts"], "node", {
        ...together,
        globalSetup: "test/support/postgres-setup.ts",
      }),
      {
        ...project(
          "page",
          ["test/inbox/**/*.test.ts", "test/features/**/*.test.{ts,tsx}", "test/overlay/**/*.test.{ts,tsx}"],
          "jsdom",
        ),
        resolve: { alias: preactAlias },
      },
    ],
  },
});
