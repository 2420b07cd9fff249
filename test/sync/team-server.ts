import type { Changes, EventResult, Me, Page, PushRequest } from "#lib/contract.ts";
import { Event } from "#lib/domain/event.ts";
import { boundTimes, type EventTimes, timesOf } from "#lib/domain/event-times.ts";
import { NO_POLICY } from "#lib/domain/policy.ts";
import { DEFAULT_SETTINGS } from "#lib/domain/settings.ts";
import { PAGE } from "#test/store/device.ts";

export const WORKSPACE = "0199a000-0000-7000-8000-00000000000a";
const KIM = "0199a000-0000-7000-8000-0000000000b1";

const pages: Page[] = [{ asset: PAGE, name: "Sample Shop", counted: true }];
export const me: Me = {
  workspace: { id: WORKSPACE, name: "Sample Shop", timeZone: "UTC", currency: "USD", policy: NO_POLICY },
  member: { id: KIM, name: "Kim", role: "rep" },
  pages,
  members: [{ id: KIM, name: "Kim", left: false }],
};

/** What the next request meets: the answer, no server, an answer that is lost on the way, an error, a proxy's own, the worker's death. */
export type Weather =
  | "fine"
  | "unreachable"
  | "answer_lost"
  | "error"
  | "proxy_refuses"
  | "killed_before"
  | "killed_after";

const NO_CHANGES: Changes = {
  changes: [],
  settings: null,
  me: null,
  erased: null,
  cursor: "0",
  more: false,
  total: null,
  restarted: false,
};

/** What the workspace says of itself. */
const SAID: Record<string, unknown> = {
  "/v1/me": me,
  "/v1/settings": DEFAULT_SETTINGS,
  "/v1/changes": NO_CHANGES,
  "/v1/sources": { campaigns: ["Hoodie"], ads: [], creators: [] },
};

export class Killed extends Error {}

/**
 * The server as the contract describes it, in memory: events by id, times no later than receipt. The one thing it
 * cannot forgive is an id that comes again with another content.
 */
export class TeamServer {
  stored = new Map<string, { said: string; times: EventTimes }>();
  rejected = new Set<string>();
  weather: Weather[] = [];
  requests: PushRequest[] = [];
  revoked = false;
  /** Epoch ms of the server's clock. */
  now: () => number;
  refuses: (event: Event) => boolean = () => false;
  onKill: () => void = () => {};

  constructor(now: () => number) {
    this.now = now;
  }

  fetch: typeof globalThis.fetch = async (url, init) => {
    const weather = this.weather.shift() ?? "fine";
    if (weather === "killed_before") this.onKill();
    if (weather === "unreachable" || weather === "killed_before") throw new TypeError("fetch failed");
    if (weather === "error")
      return answer(503, { error: { code: "busy", message: "Busy.", requestId: "1" } });
    if (weather === "proxy_refuses") return new Response("<h1>401 Unauthorized</h1>", { status: 401 });
    if (this.revoked)
      return answer(401, { error: { code: "revoked", message: "This device was revoked.", requestId: "1" } });
    const { pathname } = new URL(String(url));
    const date = new Date(this.now()).toUTCString();
    if (pathname !== "/v1/events") return answer(200, SAID[pathname], { date });
    const request: PushRequest = JSON.parse(String(init?.body));
    this.requests.push(request);
    const receivedAt = this.now();
    const results = request.events.map((event) => this.take(event, receivedAt));
    if (weather === "killed_after") this.onKill();
    if (weather !== "fine") throw new TypeError("connection reset");
    return answer(200, { results, receivedAt });
  };

  private take(sent: unknown, receivedAt: number): EventResult {
    const event = Event.parse(sent);
    const said = JSON.stringify(sent);
    const held = this.stored.get(event.id);
    if (held && held.said !== said) throw new Error(`${event.id} came again with another content`);
    if (held) return { id: event.id, result: "duplicate", stored: held.times };
    if (this.refuses(event)) {
      this.rejected.add(event.id);
      return { id: event.id, result: "rejected", reason: { code: "no", message: "This was refused." } };
    }
    const times = boundTimes(timesOf(event), receivedAt);
    this.stored.set(event.id, { said, times });
    return { id: event.id, result: "accepted", stored: times };
  }
}

const answer = (status: number, body: unknown, more: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...more } });
