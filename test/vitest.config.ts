import { defineConfig } from "vitest/config";
import { preactAlias } from "#lib/build/preact-alias.ts";

const project = (name: string, include: string[], environment: "node" | "jsdom", more: object = {}) => ({
  test: { name, include, environment, root: new URL("..", import.meta.url).pathname, ...more },
});

/** Real processes and a real PostgreSQL, beside other tests on a busy machine. */
const onPostgres = {
  globalSetup: "test/support/postgres-setup.ts",
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/** One project a kind of ground to stand on; browsers have their own runner (test/e2e). */
export default defineConfig({
  test: {
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
        // Property tests walk through every minute of weeks, beside other tests on a busy machine.
        { testTimeout: 60_000 },
      ),
      project("store", ["test/store/**/*.test.ts", "test/sync/**/*.test.ts"], "node"),
      project("pages", ["test/components/**/*.test.{ts,tsx}"], "jsdom"),
      project("server", ["test/server/**/*.test.ts"], "node", onPostgres),
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
