import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { ServerError } from "#server/errors.ts";
import type { Deps, Env } from "./kit.ts";

const WINDOW_MS = 60_000;
const MOST_KEYS = 10_000;

/**
 * Counts how often each key came in its minute, and throws once that is too often. The count is this server's own: with
 * several behind a balancer a key has as many tries at each.
 */
function counter(times: number, now: () => number, sentence: string) {
  const seen = new Map<string, { since: number; count: number }>();
  const currentOf = (key: string) => {
    const known = seen.get(key);
    return known && now() - known.since < WINDOW_MS ? known : { since: now(), count: 0 };
  };
  return {
    count: (key: string) => {
      const current = currentOf(key);
      current.count += 1;
      if (seen.size >= MOST_KEYS) seen.clear();
      seen.set(key, current);
    },
    check: (c: Context, key: string) => {
      const { since, count } = currentOf(key);
      if (count < times) return;
      const seconds = Math.ceil((since + WINDOW_MS - now()) / 1_000);
      c.header("Retry-After", String(seconds));
      throw new ServerError(429, "too_many_tries", `${sentence}: wait ${seconds} seconds and try again.`);
    },
  };
}

/** Lets each address come so many times a minute. What protects a code is its own count of wrong tries. */
export function limitByAddress(times: number, { now, trustProxy }: Deps): MiddlewareHandler<Env> {
  const { count, check } = counter(times, now, "Too many tries from this address");
  return async (c, next) => {
    const address = addressOf(c, trustProxy);
    check(c, address);
    count(address);
    return next();
  };
}

/** Of an address whose tokens were refused so many times in a minute no more are looked at. */
export function limitRefusals(times: number, { now, trustProxy }: Deps): MiddlewareHandler<Env> {
  const { count, check } = counter(times, now, "Too many refused tokens from this address");
  return async (c, next) => {
    const address = addressOf(c, trustProxy);
    check(c, address);
    await next();
    if (c.res.status === 401) count(address);
  };
}

/** Lets each device come so many times a minute. Stands behind the token. */
export function limitByToken(times: number, { now }: Deps): MiddlewareHandler<Env> {
  const { count, check } = counter(times, now, "Too many requests from this device");
  return async (c, next) => {
    const ctx = c.get("ctx");
    if (ctx !== undefined) {
      const device = `${ctx.workspace} ${ctx.device}`;
      check(c, device);
      count(device);
    }
    return next();
  };
}

/** The peer's address, or what the reverse proxy in front says of it. */
function addressOf(c: Context, trustProxy: boolean): string {
  const told = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return told ?? peerOf(c);
}

/** The address at the other end of the connection; empty where there is no connection. */
export function peerOf(c: Context): string {
  const hasSocket = typeof c.env === "object" && c.env !== null && "incoming" in c.env;
  return (hasSocket && getConnInfo(c).remote.address) || "";
}
