import { once } from "node:events";
import { z } from "zod";
import { LoggedEvent, PushResponse } from "#lib/contract.ts";
import type { Event as OneEvent } from "#lib/domain/event.ts";
import { inTime } from "./patience.ts";

/** Servers that answer no push for so long are stuck. */
const PATIENCE_MS = 180_000;

const Sent = z.object({ events: z.array(LoggedEvent) });

/** What the servers have said to anybody, kept outside of the devices: the promises that they are held to. */
export interface Ledger {
  /** By event id, as it was sent when a server first took it. */
  acknowledged: Map<string, OneEvent>;
  refused: Map<string, string>;
  /** Answers that no server may give, as sentences. */
  faults: string[];
  /** Pushes that are repeated later. */
  later: Promise<void>[];
  /** Resolves once so many events were acknowledged. */
  reach: (events: number, signal: AbortSignal) => Promise<void>;
  /** Notes an answer to a push: its status and text. */
  note: (sent: string, status: number, said: string) => void;
}

export function openLedger(): Ledger {
  const acknowledged: Ledger["acknowledged"] = new Map();
  const grown = new EventTarget();
  const reach: Ledger["reach"] = async (events, signal) => {
    while (acknowledged.size < events)
      await inTime("No push was acknowledged", PATIENCE_MS, once(grown, "grown", { signal }));
  };
  const ledger: Ledger = { acknowledged, refused: new Map(), faults: [], later: [], reach, note };
  function note(sent: string, status: number, said: string): void {
    if (status === 503) return;
    if (status !== 200) {
      ledger.faults.push(`a push was answered ${status} ${said.slice(0, 300)}`);
      return;
    }
    const { results } = PushResponse.parse(JSON.parse(said));
    const events = new Map(Sent.parse(JSON.parse(sent)).events.map((event) => [event.id, event]));
    for (const result of results) {
      const event = events.get(result.id);
      if (!event) ledger.faults.push(`${result.id} was answered, and was not sent`);
      else if (result.result === "rejected") ledger.refused.set(result.id, result.reason.code);
      else if (!acknowledged.has(result.id)) acknowledged.set(result.id, event);
    }
    grown.dispatchEvent(new Event("grown"));
  }
  return ledger;
}
