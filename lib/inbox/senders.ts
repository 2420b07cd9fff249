import type { Sender } from "#lib/domain/sender.ts";
import type { Bubble, PaneItem } from "./pane-items.ts";
import type { LineKind } from "./system-lines-table.ts";

type Said = Sender | "system" | null;

const LABELS: Partial<Record<LineKind, Sender>> = {
  sent_by: "person",
  automatic: "automatic",
  bot_label: "bot",
};

/** Whether an outgoing message may still be given a sender by what stands around it. */
const isOpen = (said: Said | undefined): boolean => said === "unknown" || said === "person";

/**
 * Who wrote each message: the customer by the side; a person when this browser sent it or a "Sent by" line names
 * somebody and no automatic line stands with it; a bot or an automatic message by Meta's own lines; else unknown.
 */
export function sendersOf(
  items: readonly PaneItem[],
  isOwn: (bubble: Bubble) => boolean,
): Map<PaneItem, Said> {
  const senders = new Map<PaneItem, Said>();
  let isBotOn = false;
  let lastOut: Bubble | null = null;

  const apply = (kind: LineKind) => {
    if (kind === "bot_on") isBotOn = true;
    if (kind === "bot_off" || kind === "handover") isBotOn = false;
    const label = LABELS[kind];
    const said = lastOut && senders.get(lastOut);
    if (lastOut && label && isOpen(said ?? undefined) && !(said === "person" && label !== "automatic"))
      senders.set(lastOut, label);
    // The greeting that a customer answered stands before the customer's message.
    if (lastOut && kind === "welcome" && said === "unknown") senders.set(lastOut, "automatic");
  };

  for (const item of items) {
    if (item.what === "divider") continue;
    if (item.what === "line") {
      apply(item.kind);
      continue;
    }
    const { direction, line } = item;
    if (line !== null && !(line in LABELS)) {
      senders.set(item, "system");
      apply(line);
    } else if (direction === null) senders.set(item, null);
    else if (direction === "in") senders.set(item, "customer");
    else {
      lastOut = item;
      senders.set(item, isOwn(item) ? "person" : isBotOn ? "bot" : "unknown");
      if (line !== null) apply(line);
    }
  }
  return senders;
}
