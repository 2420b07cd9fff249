import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import * as contract from "#lib/contract.ts";
import { createApp } from "#server/app.ts";
import { appDeps } from "#test/support/app-deps.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const Document = z.object({
  openapi: z.string().startsWith("3.1"),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) })),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

let server: TestServer;
let text: string;
let document: z.infer<typeof Document>;

beforeAll(async () => {
  server = await startServer();
  text = await (await fetch(`${server.url}/openapi.json`)).text();
  document = Document.parse(JSON.parse(text));
});
afterAll(() => server.stop());

describe("/openapi.json", () => {
  it("lists every route that the application has", () => {
    const app = createApp(appDeps({ db: server.db }));
    const routes = app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(listed.toSorted()).toEqual([...new Set(routes)].toSorted());
    expect(listed).toContain("post /v1/events");
  });

  it("holds every named schema of the contract", () => {
    const named = Object.values(contract).filter((one) => one instanceof z.ZodType);
    const ids = named.flatMap((schema) => schema.meta()?.id ?? []);
    expect(ids.length).toBeGreaterThan(20);
    // Parameters are listed one by one, by their names.
    const unnamed = Object.entries(contract).filter(([, one]) => one instanceof z.ZodType && !one.meta()?.id);
    expect(unnamed.map(([name]) => name).toSorted()).toEqual([
      "AsKnownParams",
      "AuditParams",
      "ChangesParams",
      "ScorecardParams",
      "SpendImportParams",
    ]);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(ids));
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(["Event", "Settings"]));
  });

  it("refers to nothing that it does not hold", () => {
    const wanted = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((name) => !(`${name}` in document.components.schemas))).toEqual([]);
  });

  it("shows every kind of event, and the errors of every route behind a token", () => {
    expect(JSON.stringify(document.components.schemas["Event"])).toContain('"sale_refunded"');
    const open = new Set([
      "/healthz",
      "/readyz",
      "/metrics",
      "/downloads/{link}",
      "/openapi.json",
      "/v1/pairings/look",
      "/v1/pairings/redeem",
    ]);
    for (const [path, methods] of Object.entries(document.paths))
      for (const route of Object.values(methods)) {
        expect("401" in route.responses).toBe(!open.has(path));
        expect("security" in route).toBe(!open.has(path));
      }
  });
});
