import { RungError } from "#lib/errors.ts";

const LOOPBACK = new Set(["localhost", "127.0.0.1"]);

/** The origin of a team's server: https anywhere, plain http on this machine only. Throws RungError `server_address`. */
export function serverAddress(text: string): string {
  const typed = text.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
  const isOpen = url?.protocol === "http:" && LOOPBACK.has(url.hostname);
  if (url && (url.protocol === "https:" || isOpen) && url.hostname !== "") return url.origin;
  const sentence =
    url?.protocol === "http:"
      ? "This address is not encrypted. Use one that starts with https://, or a server on this machine."
      : "This is no address of a server. It looks like https://rung.example.com.";
  throw new RungError("server_address", sentence, { server: sentence });
}
