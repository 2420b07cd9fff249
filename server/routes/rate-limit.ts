import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { ServerError } from "#server/errors.ts";
import type { Deps, Env } from "./kit.ts";

const WINDOW_MS = 60_000;
const MOST_ADDRESSES = 10_000;

/**
 * Lets each address come so many times a minute. The count is this server's own: with several behind a balancer an
 * address has as many tries at each. What protects a code is its own count of wrong tries, in the database.
 */
export function limitByAddress(times: number, { now, trustProxy }: Deps): MiddlewareHandler<Env> {
  const seen = new Map<string, { since: number; count: number }>();
  return async (c, next) => {
    const address = addressOf(c, trustProxy);
    const known = seen.get(address);
    const at = now();
    const current = known && at - known.since < WINDOW_MS ? known : { since: at, count: 0 };
    current.count += 1;
    if (seen.size >= MOST_ADDRESSES) seen.clear();
    seen.set(address, current);
    if (current.count > times) {
      const seconds = Math.ceil((current.since + WINDOW_MS - at) / 1_000);
      c.header("Retry-After", String(seconds));
      throw new ServerError(
        429,
        "too_many_tries",
        `Too many tries from this address: wait ${seconds} seconds and try again.`,
      );
    }
    return next();
  };
}

/** The peer's address, or what the reverse proxy in front says of it. */
function addressOf(c: Context, trustProxy: boolean): string {
  const told = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return told ?? getConnInfo(c).remote.address ?? "";
}
