import type { LinkState } from "#lib/messages.ts";
import { useOfCurrent } from "#lib/overlay/context.ts";
import { features } from "./registry.ts";

const at = (time: number): string =>
  new Date(time).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });

/** What a rep must know of the link: nothing while all is well, and nothing without a server. */
function wordsOf(link: LinkState): { text: string; title: string } | null {
  switch (link.state) {
    case "alone":
    case "online":
      return null;
    case "offline":
      return {
        text: link.pending > 0 ? `Offline, ${link.pending} kept here` : "Offline",
        title: `Offline since ${at(link.since)}. Tags are kept in this browser and sent when ${link.workspace} answers again.`,
      };
    case "revoked":
      return {
        text: "Access ended",
        title: `${link.workspace} ended this browser's access at ${at(link.since)}. Tags stay in this browser; pair again in the options.`,
      };
  }
}

function LinkNotice() {
  const words = useOfCurrent(({ log }) => log && wordsOf(log.link));
  if (!words) return null;
  return (
    <span className="chip quiet link-state" title={words.title}>
      <svg className="brief" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M4.2 3.2A3 3 0 0 1 8.6 5a2 2 0 0 1 1.6 2.8M8 9H3.4A2 2 0 0 1 3 5.1M1.5 1.5l9 9" />
      </svg>
      <span>{words.text}</span>
    </span>
  );
}

features.add("link-state", { bar: { slot: "status", View: LinkNotice } });
