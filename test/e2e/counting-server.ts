import { createServer } from "node:http";
import { hostname, networkInterfaces } from "node:os";

/** A server on every address of this machine that keeps under which names it was reached. */
export async function countingServer() {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    if (request.url === "/") hosts.push(request.headers.host ?? "");
    response.end("reached");
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    port: address.port,
    hosts: () => hosts,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What else this machine is called: its own name, and its addresses on a network. */
export const otherNames = (): string[] => [
  hostname(),
  ...Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).filter((one) => !one.internal && one.family === "IPv4").map((one) => one.address),
  ),
];
