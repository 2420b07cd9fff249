import { createServer } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startWire, type Wire } from "./wire.ts";

const server = createServer((request, response) => {
  if (request.url === "/") response.end("here");
});
let wire: Wire;
let base = "";

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  wire = await startWire(address.port);
  base = `http://127.0.0.1:${wire.port}`;
});

afterEach(async () => {
  await wire.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ask = (path = "/") =>
  fetch(base + path).then(
    (answer) => answer.text(),
    () => "lost",
  );

test("what goes in comes out, until it is cut, and again when it is mended", async () => {
  expect(await ask()).toBe("here");
  wire.cut();
  expect(await ask()).toBe("lost");
  wire.mend();
  expect(await ask()).toBe("here");
});

test("a cut ends what is under way", async () => {
  const hanging = ask("/never-answered");
  expect(await ask()).toBe("here");
  wire.cut();
  expect(await hanging).toBe("lost");
});
