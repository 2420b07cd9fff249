import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { MemberContext } from "#server/context.ts";
import { ServerError, Unauthorized } from "#server/errors.ts";
import { authenticate } from "#server/members/authenticate.ts";
import { type Deps, type Env, FILE_LIMIT } from "./kit.ts";

/** The token that a request came with. */
export function tokenOf(c: Context<Env>): string {
  const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
  if (token === undefined) throw new Unauthorized("token_missing");
  return token;
}

/** In whose name a request comes, by its token. */
export const authenticateRequest = async (
  c: Context<Env>,
  { db }: Pick<Deps, "db">,
): Promise<MemberContext> => authenticate({ db, token: tokenOf(c), now: c.get("now") });

/** Lets a request pass with a token alone, and says in whose name it comes. */
export const requireToken =
  (deps: Pick<Deps, "db">, open: readonly string[]): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (!open.includes(c.req.path)) c.set("ctx", await authenticateRequest(c, deps));
    return next();
  };

/** @param bytes refuses larger bodies, before they are read where their length is told */
export const limitBody = (bytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new ServerError(413, "too_large", `The body is larger than ${bytes / 1_048_576} MB.`);
    },
  });

/**
 * Reads to its end a body that an early answer left unread: what is left in the connection would be in the way of the
 * next request. A connection with too much left is closed instead.
 */
export const finishBody: MiddlewareHandler = async (c, next) => {
  await next();
  const { body, bodyUsed } = c.req.raw;
  const isCutShort = bodyUsed && c.res.status === 413;
  if (isCutShort) c.header("Connection", "close");
  else if (body && !bodyUsed && (body.locked || !(await readToEnd(body)))) c.header("Connection", "close");
};

async function readToEnd(body: ReadableStream<Uint8Array>): Promise<boolean> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > 2 * FILE_LIMIT) return false;
  }
  return true;
}

/** Refuses a body that is not of one media type; parameters such as a charset are let be. */
export const requireMedia =
  (type: string): MiddlewareHandler =>
  (c, next) => {
    const [sent] = (c.req.header("content-type") ?? "").split(";");
    if (sent?.trim().toLowerCase() !== type)
      throw new ServerError(415, "unsupported_media_type", `This address takes ${type} only.`);
    return next();
  };
