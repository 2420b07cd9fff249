import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

const PATIENCE_MS = 10_000;
const UNASKED_MS = 500;

/**
 * How a server ends: it takes no new connection, answers what it has begun, and waits for nobody longer than ten
 * seconds. To be called before it listens; what it gives ends the server.
 */
export function closing(server: Server): () => Promise<void> {
  // Browsers open connections ahead of need, and Node waits for one that never asked as for one that works.
  const unasked = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    unasked.add(socket);
    socket.once("close", () => unasked.delete(socket));
  });
  // A device asks again as soon as it is answered: its connection ends with the answer.
  const unanswered = new Set<ServerResponse>();
  let isClosing = false;
  server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    unasked.delete(socket);
    unanswered.add(response);
    response.once("close", () => unanswered.delete(response));
    if (isClosing) response.shouldKeepAlive = false;
  });
  return async () => {
    const emptied = once(server, "close");
    isClosing = true;
    for (const response of unanswered) response.shouldKeepAlive = false;
    server.keepAliveTimeout = 1;
    server.close();
    const silence = setTimeout(() => {
      for (const socket of unasked) socket.destroy();
    }, UNASKED_MS);
    const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    await emptied;
    clearTimeout(silence);
    clearTimeout(patience);
  };
}
