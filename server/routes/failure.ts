import { HTTPException } from "hono/http-exception";
import pg from "pg";
import { InvalidInput } from "#lib/domain/invalid.ts";
import { InvalidRequest, ServerError } from "#server/errors.ts";

/** PostgreSQL cannot work now, or two transactions met: the same request later may succeed. */
const LATER = /^(?:08|40|53|57P)/;
/** Data exceptions: a value that came in cannot be stored. */
const BAD_VALUE = /^22/;
const BROKEN_PIPES = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const BROKEN_WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

const HTTP_CODES: Record<number, [string, string]> = {
  400: ["bad_json", "The body is not JSON."],
  415: ["unsupported_media_type", "The body is of a media type that this address does not take."],
};

/** The one mapping of what was thrown to what the caller is told; null is a fault of ours. */
export function failureOf(thrown: unknown): ServerError | null {
  if (thrown instanceof ServerError) return thrown;
  if (thrown instanceof InvalidInput) return new InvalidRequest({ [thrown.field]: thrown.message });
  if (thrown instanceof HTTPException) {
    const [code, sentence] = HTTP_CODES[thrown.status] ?? ["bad_request", thrown.message];
    return new ServerError(thrown.status === 415 ? 415 : 400, code, sentence);
  }
  if (thrown instanceof pg.DatabaseError && BAD_VALUE.test(thrown.code ?? ""))
    return new ServerError(400, "invalid_input", "The request holds a value that cannot be stored.");
  return isDatabaseAway(thrown)
    ? new ServerError(503, "unavailable", "The database cannot be reached now: try again in a moment.")
    : null;
}

function isDatabaseAway(thrown: unknown): boolean {
  if (thrown instanceof pg.DatabaseError) return LATER.test(thrown.code ?? "");
  if (!(thrown instanceof Error)) return false;
  const code = "code" in thrown ? String(thrown.code) : "";
  return BROKEN_PIPES.test(code) || BROKEN_WORDS.test(thrown.message);
}
