import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { buildBusinessSuite } from "#test/business-suite/build.ts";
import type { BrowserName } from "./browser-places.ts";
import { fingerprint } from "./fingerprint.ts";
import { withLock } from "./lock.ts";
import { EXTENSION_BUILD, OUTPUT, ROOT, SUITE_BUILD } from "./paths.ts";

/** What is built: from which inputs, into which folder, how. */
interface Product {
  name: string;
  inputs: readonly string[];
  folder: string;
  build: () => Promise<void>;
}

const EXTENSION_INPUTS = [
  "entrypoints",
  "components",
  "lib",
  "public",
  "wxt.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

const extension = (browser: "chrome" | "firefox", folder: string): Product => ({
  name: `the extension for ${browser}`,
  inputs: EXTENSION_INPUTS,
  folder,
  build: () => runWxt(browser),
});

const PRODUCTS: readonly Product[] = [
  extension("chrome", EXTENSION_BUILD.chromium),
  extension("firefox", EXTENSION_BUILD.firefox),
  {
    name: "the stand-in inbox",
    inputs: ["test/business-suite", "package-lock.json"],
    folder: SUITE_BUILD,
    build: () => buildBusinessSuite(SUITE_BUILD),
  },
];

const LOCK = `${OUTPUT}/build.lock`;

/** The production extension for both browsers and the stand-in, built where their inputs changed. */
export async function ensureBuilt(): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  await withLock(LOCK, async () => {
    for (const product of PRODUCTS) await buildIfChanged(product);
  });
}

/** A copy of the extension that no later build can change under a running browser. */
export const copyExtension = (browser: BrowserName, to: string): Promise<void> =>
  withLock(LOCK, () => cp(EXTENSION_BUILD[browser], to, { recursive: true }));

async function buildIfChanged(product: Product): Promise<void> {
  const stamp = `${product.folder}.stamp`;
  const before = await readFile(stamp, "utf8").catch(() => "");
  if (before === (await stateOf(product))) return;
  process.stderr.write(`Building ${product.name} …\n`);
  await rm(stamp, { force: true });
  const inputs = await inputsOf(product);
  await product.build();
  await writeFile(stamp, `${inputs} ${await fingerprint(product.folder, ["."])}`);
}

const inputsOf = ({ inputs }: Product): Promise<string> => fingerprint(ROOT, inputs);

/** What went in and what came out: a build made by hand in between is noticed. */
const stateOf = async (product: Product): Promise<string> =>
  `${await inputsOf(product)} ${await fingerprint(product.folder, ["."])}`;

function runWxt(browser: "chrome" | "firefox"): Promise<void> {
  const command = `${ROOT}/node_modules/wxt/bin/wxt.mjs`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, "build", "-b", browser], {
      cwd: ROOT,
      stdio: ["ignore", process.stderr, process.stderr],
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`wxt build -b ${browser} ended with ${code}; see above`)),
    );
  });
}
