import { randomBytes } from "node:crypto";

const ID_BYTES = 16;
const KEY_BYTES = 24;

/** 192 random bits that open one export. Kept as they are: who reads the table reads the export too. */
export const mintLinkKey = (): string => randomBytes(KEY_BYTES).toString("base64url");

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll("-", ""), "hex");
const uuidOf = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

export interface Link {
  workspace: string;
  id: string;
  key: string;
}

/** The path that opens an export: it names the workspace first, as every look-up does. */
export function printLink({ workspace, id, key }: Link): string {
  const bytes = Buffer.concat([bytesOf(workspace), bytesOf(id), Buffer.from(key, "base64url")]);
  return `/downloads/${bytes.toString("base64url")}`;
}

/** Null for what no server printed. */
export function readLink(text: string): Link | null {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== 2 * ID_BYTES + KEY_BYTES) return null;
  return {
    workspace: uuidOf(bytes.subarray(0, ID_BYTES)),
    id: uuidOf(bytes.subarray(ID_BYTES, 2 * ID_BYTES)),
    key: bytes.subarray(2 * ID_BYTES).toString("base64url"),
  };
}
