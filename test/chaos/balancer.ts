import { connect, createServer, type Socket } from "node:net";

/** One address before several servers, as a reverse proxy is; each connection goes to one of them. */
export interface Balancer {
  url: string;
  stop: () => Promise<void>;
}

/** @param choose the port of the server that takes the next connection */
export async function startBalancer(choose: () => number): Promise<Balancer> {
  const ends = new Set<Socket>();
  const hold = (end: Socket, other: Socket) => {
    ends.add(end);
    end.on("error", () => end.destroy());
    end.on("close", () => {
      ends.delete(end);
      other.destroy();
    });
  };
  const server = createServer((near) => {
    const far = connect(choose(), "127.0.0.1");
    hold(near, far);
    hold(far, near);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The balancer has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        for (const end of ends) end.destroy();
        server.close(() => resolve());
      }),
  };
}
