import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rooms } from "#test/lint/house.ts";

const ROOT = new URL("..", import.meta.url).pathname;
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: ROOT,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(ROOT + file));
const read = (file: string): string => readFileSync(ROOT + file, "utf8");
const lines = (file: string): number => read(file).trimEnd().split("\n").length;
const code = files.filter((file) => /\.(?:tsx?|mjs|css)$/.test(file));
const texts = files.filter((file) => /\.(?:tsx?|mjs|css|html|json|md|ya?ml)$|^\.ci\//.test(file));
const LOCKED = z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() });

describe("files", () => {
  it("are at most 300 lines long", () => {
    expect(code.filter((file) => lines(file) > 300)).toEqual([]);
  });

  it("have a median near 70 lines, and nine in ten under 150", () => {
    const sizes = code.map(lines).toSorted((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(100);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThan(200);
  });

  it("stand in the folders that the README names", () => {
    const readme = read("README.md");
    const top = new Set(
      files.filter((file) => file.includes("/") && !file.startsWith(".")).map((file) => file.split("/")[0]),
    );
    expect([...top].filter((folder) => !readme.includes(`\`${folder}/`))).toEqual([]);
  });

  it("have a lock file with every package that it names, or `npm ci` refuses it", () => {
    const { packages } = z
      .object({ packages: z.record(z.string(), LOCKED) })
      .parse(JSON.parse(read("package-lock.json")));
    const held = new Set(Object.keys(packages).map((place) => place.split("node_modules/").at(-1)));
    const named = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(named.filter((name) => !held.has(name))).toEqual([]);
  });

  it("name no machine: no home folder, no checkout's path, no download address in the lock file", () => {
    const places = [homedir(), ROOT.replace(/\/$/, "")].filter((place) => place.length > 3);
    expect(texts.filter((file) => places.some((place) => read(file).includes(`${place}/`)))).toEqual([]);
    expect(read("package-lock.json")).not.toMatch(/"resolved": "https?:/);
  });
});

describe("documents", () => {
  const paths = [...read("README.md").matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?)`/g)].map(
    ([, path]) => path ?? "",
  );

  it("name only paths that exist", () => {
    const generated = /^(?:\.output|\.rung|demo-output)\//;
    expect(paths.filter((path) => !generated.test(path) && !existsSync(ROOT + path))).toEqual([]);
  });

  it("name only npm scripts that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...read("README.md").matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? "");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("tests", () => {
  const tests = code.filter(
    (file) => /\.(?:test|spec)\.tsx?$/.test(file) && file !== "test/repository.test.ts",
  );

  it("are neither skipped nor alone", () => {
    const blind = /\b(?:it|test|describe)\.(?:skip|only|todo|fixme|fails)\b|waitForTimeout\(|expect\(true\)/;
    expect(tests.filter((file) => blind.test(read(file)))).toEqual([]);
  });
});

const say = (file: string, source: string): string => {
  const room = rooms.find(({ folder }) => folder.test(file));
  return room && !room.may.test(source) ? room.sentence : "";
};

describe("import rules", () => {
  it.each([
    ["lib/domain/x.ts", "dexie"],
    ["lib/domain/x.ts", "node:fs"],
    ["lib/inbox/x.ts", "react"],
    ["lib/inbox/x.ts", "#lib/messages.ts"],
    ["lib/features/x.tsx", "./other-feature.tsx"],
    ["lib/features/x.tsx", "#lib/store/database.ts"],
    ["components/x.tsx", "#lib/inbox/watch.ts"],
    ["components/x.tsx", "wxt/browser"],
    ["lib/store/x.ts", "react"],
    ["server/x.ts", "#lib/store/database.ts"],
    ["server/x.ts", "#components/x.tsx"],
    ["entrypoints/background.ts", "#server/app.ts"],
  ])("%s may not import %s, and says why", (file, source) => {
    expect(say(file, source)).toMatch(/\w.*\./);
  });

  it("are what the linter applies", () => {
    const config = JSON.parse(read(".oxlintrc.json")) as {
      jsPlugins: string[];
      rules: Record<string, string>;
    };
    expect(config.jsPlugins).toContain("./test/lint/house.ts");
    expect(config.rules["rung/house"]).toBe("error");
  });
});
