import { createHash, randomBytes } from "node:crypto";

/** The workspace's 16 bytes, so that a token is looked up inside it, then 256 random bits. */
const PREFIX = "rung_";
const WORKSPACE_BYTES = 16;
const SECRET_BYTES = 32;

/** For how long a token opens anything; a device that comes now and then changes its own in time. */
export const TOKEN_LIFE_MS = 90 * 86_400_000;

export function mintToken(workspace: string): string {
  const bytes = Buffer.concat([Buffer.from(workspace.replaceAll("-", ""), "hex"), randomBytes(SECRET_BYTES)]);
  return PREFIX + bytes.toString("base64url");
}

/** The workspace that a token names; null for what cannot be a token. */
export function workspaceOfToken(token: string): string | null {
  if (!token.startsWith(PREFIX)) return null;
  const bytes = Buffer.from(token.slice(PREFIX.length), "base64url");
  if (bytes.length !== WORKSPACE_BYTES + SECRET_BYTES) return null;
  const hex = bytes.subarray(0, WORKSPACE_BYTES).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** What is stored of a token. It holds 256 random bits, so one round of a hash is enough. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();
