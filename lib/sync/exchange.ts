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
  /** How long the answer may take; half a minute unless said. */
  withinMs?: number;
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
  const signal = AbortSignal.any([wire.signal, AbortSignal.timeout(call.withinMs ?? TIMEOUT_MS)]);
  let response: Response;
  let text: string;
  try {
    response = await wire.fetch(call.server + call.path, request(call, signal));
    text = await response.text();
  } catch {
    return unreachable();
  }
  const json = parseJson(text);
  if (!response.ok) return refusal(response, json);
  const parsed = call.answer.safeParse(json);
  if (!parsed.success) return unreadable(response);
  return { ok: true, value: parsed.data, clock: clockOf(response, sentAt, wire.now()) };
}

/**
 * The same where the answer comes line by line, each a JSON value, however long it takes.
 * @param hear gets each line as it comes; whether the last one was the last there is, the caller must know
 */
export async function exchangeLines<Line>(
  wire: Wire,
  call: Call<Line>,
  hear: (line: Line) => void,
): Promise<{ ok: true } | Failed> {
  try {
    const response = await wire.fetch(call.server + call.path, request(call, wire.signal));
    if (!response.ok) return refusal(response, parseJson(await response.text()));
    for await (const line of linesOf(response)) {
      const parsed = call.answer.safeParse(parseJson(line));
      if (!parsed.success) return unreadable(response);
      hear(parsed.data);
    }
    return { ok: true };
  } catch {
    return unreachable();
  }
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const read = await reader?.read();
    if (!read || read.done) break;
    const lines = (rest + read.value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

const unreachable = (): Failed =>
  failed("unreachable", null, "unreachable", "The server could not be reached.");

const unreadable = ({ status }: Response): Failed =>
  failed(
    "unreadable",
    status,
    "unreadable",
    "The server's answer could not be read. Is it a Rung server of this version?",
  );

function request<Body>({ method = "GET", token, body, csv }: Call<Body>, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = { accept: "application/json" };
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  if (csv !== undefined) headers["content-type"] = "text/csv";
  return {
    method,
    headers,
    body: body === undefined ? (csv ?? null) : JSON.stringify(body),
    signal,
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
