import { connect, createServer, type Socket } from "node:net";

/** What a notification begins with in PostgreSQL's protocol; each message is a letter, its length, and the rest. */
const NOTIFICATION = 0x41;

export interface Pooler {
  /** The database's address through it. */
  url: string;
  stop: () => Promise<void>;
}

/** Stands before PostgreSQL as a pooler by transaction does: whoever listens hears nothing. */
export async function startPooler(databaseUrl: string): Promise<Pooler> {
  const target = new URL(databaseUrl);
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on("error", () => end.destroy());
      end.on("close", () => other.destroy());
    }
    near.pipe(far);
    let rest = Buffer.alloc(0);
    far.on("data", (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
        const size = 1 + rest.readInt32BE(1);
        if (rest[0] !== NOTIFICATION) near.write(rest.subarray(0, size));
        rest = rest.subarray(size);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = typeof address === "object" && address ? String(address.port) : "";
  return {
    url: url.href,
    stop: () =>
      new Promise((resolve) => {
        for (const end of ends) end.destroy();
        server.close(() => resolve());
      }),
  };
}
