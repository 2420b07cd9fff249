import { readdirSync, readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";
import { features } from "#lib/features/registry.ts";
import { startFeatures } from "#lib/overlay/feature.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { NORA, open, reading } from "#test/overlay/readings.ts";

const FOLDER = `${process.cwd()}/lib/features`;
const files = readdirSync(FOLDER).filter((file) => file !== "registry.ts");

const broken = () => {
  throw new Error("no such thing");
};

let page: Mounted | null = null;
afterEach(() => page?.end());

it.each(files)(
  "%s is one feature of that name, and registers itself with its last statement",
  async (file) => {
    await import("#test/overlay/mount.ts");
    const id = file.replace(/\.tsx?$/, "");
    expect(features.all().map((feature) => feature.id)).toContain(id);
    const statements = readFileSync(`${FOLDER}/${file}`, "utf8")
      .trimEnd()
      .split(/\n(?=\S)/);
    expect(statements.findLast((statement) => !/^[)}\]]/.test(statement))).toMatch(
      new RegExp(`^features\\.add\\("${id}", `),
    );
  },
);

it("a name is taken once", () => {
  expect(() => features.add("waiting", {})).toThrow("Two features are called waiting.");
});

it("a feature that does not start is named, and stops nobody else", async () => {
  page = await mount();
  const { overlay } = page;
  const later = vi.fn<() => void>();
  startFeatures(
    [
      { id: "broken", start: broken },
      { id: "later", start: later },
    ],
    overlay,
    new AbortController().signal,
  );
  expect(later).toHaveBeenCalledOnce();
  await page.settle(() => page?.overlay.read(reading(open(NORA))));
  expect(page.button(/“broken” stopped after an error/)).toBeTruthy();
});

it("a view that breaks is left out and named; the bar goes on", async () => {
  features.add("breaks", {
    bar: {
      slot: "wait",
      View: broken,
    },
  });
  page = await mount();
  await page.settle(() => page?.overlay.read(reading(open(NORA))));
  expect(page.button(/“breaks” stopped after an error/)).toBeTruthy();
  expect(page.button("Qualified")).toBeTruthy();
});
