import type { z } from "zod";
import { ErrorBody } from "#lib/contract.ts";
import type { ClockReading } from "#lib/store/clock.ts";

/** What an exchange needs of the world; the token goes into a header and nowhere else. */
export interface Wire {
  fetch: typeof globalThis.fetch;
  now: () => number;
  signal: AbortSignal;
}

export interface Call<Body> {
  server: string;
  path: string;
  token?: string;
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  csv?: string;
  answer: z.ZodType<Body>;
}

/**
 * `unreachable`: nobody answered, or what answered cannot work now; `revoked`: this token is no good; `refused`: the
 * server said no, in a sentence; `unreadable`: what answered is no Rung server.
 */
export interface Failed {
  ok: false;
  why: "unreachable" | "revoked" | "refused" | "unreadable";
  status: number | null;
  code: string;
  sentence: string;
  fields: Record<string, string>;
  /** How long the server asked to wait, ms. */
  waitMs: number | null;
}

export type Exchanged<Body> = { ok: true; value: Body; clock: ClockReading | null } | Failed;

const TIMEOUT_MS = 30_000;

/** One HTTP exchange with a team's server; its failures are values. */
export async function exchange<Body>(wire: Wire, call: Call<Body>): Promise<Exchanged<Body>> {
  const sentAt = wire.now();
  let response: Response;
  let text: string;
  try {
    response = await wire.fetch(call.server + call.path, request(wire, call));
    text = await response.text();
  } catch {
    return failed("unreachable", null, "unreachable", "The server could not be reached.");
  }
  const json = parseJson(text);
  if (!response.ok) return refusal(response, json);
  const parsed = call.answer.safeParse(json);
  if (!parsed.success)
    return failed(
      "unreadable",
      response.status,
      "unreadable",
      "The server's answer could not be read. Is it a Rung server of this version?",
    );
  return { ok: true, value: parsed.data, clock: clockOf(response, sentAt, wire.now()) };
}

function request<Body>({ signal }: Wire, { method = "GET", token, body, csv }: Call<Body>): RequestInit {
  const headers: Record<string, string> = { accept: "application/json" };
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  if (csv !== undefined) headers["content-type"] = "text/csv";
  return {
    method,
    headers,
    body: body === undefined ? (csv ?? null) : JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    credentials: "omit",
    cache: "no-store",
    redirect: "error",
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const failed = (why: Failed["why"], status: number | null, code: string, sentence: string): Failed => ({
  ok: false,
  why,
  status,
  code,
  sentence,
  fields: {},
  waitMs: null,
});

function refusal({ status, headers }: Response, json: unknown): Failed {
  const body = ErrorBody.safeParse(json);
  const seconds = Number(headers.get("retry-after"));
  const base = failed(
    whyOf(status, body.success),
    status,
    body.data?.error.code ?? `http_${status}`,
    body.data?.error.message ?? `The server answered with an error (${status}).`,
  );
  return {
    ...base,
    fields: body.data?.error.fields ?? {},
    waitMs: seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : null,
  };
}

/** A proxy, or a network's own sign-in page, answers in another shape: that says nothing of the token. */
function whyOf(status: number, isOurs: boolean): Failed["why"] {
  if (status >= 500) return "unreachable";
  if (!isOurs) return "unreadable";
  return status === 401 ? "revoked" : "refused";
}

/** The Date header is cut to the second: the offset is known to half of that, and half of the way there and back. */
function clockOf({ headers }: Response, sentAt: number, answeredAt: number): ClockReading | null {
  const date = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(date)) return null;
  const trip = answeredAt - sentAt;
  return { offset: date + 500 - (sentAt + trip / 2), error: 1_000 + trip / 2 };
}
