import { defineConfig } from "@playwright/test";
import type { Options } from "./fixtures.ts";

const RESULTS = "../../test-results";

/** They hold our own page against the facts, by its nodes and texts: one browser says that. */
const STAND_IN = /stand-in-(?:facts|identity|list|page)\.spec\.ts/;

/** One suite of specs, run in both browsers; the fixtures launch them. */
export default defineConfig<Options>({
  testDir: ".",
  outputDir: `${RESULTS}/e2e`,
  globalSetup: "./global-setup.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: `${RESULTS}/e2e.json` }]],
  projects: [
    { name: "chromium", use: { kind: "chromium" }, testIgnore: "add-on.spec.ts" },
    { name: "firefox", use: { kind: "firefox" }, testIgnore: STAND_IN },
  ],
});
