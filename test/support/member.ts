import { randomUUID } from "node:crypto";
import { type EventResult, PairingResult, PushResponse, type Role } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { makePairing } from "#server/members/make-pairing.ts";

/** A member at a paired device. */
export interface TestMember {
  id: string;
  device: string;
  token: string;
  /** A request with the token; a value as `json` becomes the body. */
  request: (path: string, init?: RequestInit & { json?: unknown }) => Promise<Response>;
  /** Pushes events in one batch and gives what became of each. */
  push: (events: readonly unknown[]) => Promise<EventResult[]>;
}

interface Pairing {
  url: string;
  ctx: Context;
  role: Role;
  name: string;
}

/** Makes a code and redeems it over HTTP, as the extension does. */
export async function pairMember({ url, ctx, role, name }: Pairing): Promise<TestMember> {
  const { code } = await makePairing({ ctx, input: { name, role } });
  const device = randomUUID();
  const redeemed = await send(url, "/v1/pairings/redeem", { json: { code, device, deviceName: "Test" } });
  const { token, me } = PairingResult.parse(await redeemed.json());
  return memberAt(url, { id: me.member.id, device, token });
}

/** The same member at another server of the same database. */
export function memberAt(
  url: string,
  { id, device, token }: Pick<TestMember, "id" | "device" | "token">,
): TestMember {
  const request: TestMember["request"] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${token}`);
    return send(url, path, { ...init, headers });
  };
  const push: TestMember["push"] = async (events) => {
    const answer = await request("/v1/events", { json: { device, sentAt: Date.now(), events } });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return PushResponse.parse(await answer.json()).results;
  };
  return { id, device, token, request, push };
}

/** A request to a server; a value as `json` is sent by POST unless a method is named. */
export function send(
  url: string,
  path: string,
  { json, ...init }: RequestInit & { json?: unknown } = {},
): Promise<Response> {
  if (json === undefined) return fetch(url + path, init);
  const headers = new Headers(init.headers);
  headers.set("content-type", "application/json");
  return fetch(url + path, { method: "POST", ...init, headers, body: JSON.stringify(json) });
}
