import type { Thread } from "#lib/domain/thread.ts";
import type { AdReading, ComposerKind, Health } from "#lib/inbox/reading.ts";
import type { SavedPage } from "./saved-page.ts";

/** What `inbox:check` prints. Times in epoch seconds; null is "not known". */
export interface CheckReport {
  channel: string | null;
  thread: Thread | null;
  identity: { certain: boolean; sources: string[] };
  customer: string | null;
  ad: Omit<AdReading, "isOwn"> | null;
  rows: { name: string | null; lastAt: number | null; unread: boolean | null }[];
  messages: { at: number | null; direction: "in" | "out" | null; kind: string | null }[];
  composer: ComposerKind;
  health: Health;
}

const seconds = (at: number | null): number | null => (at === null ? null : at / 1000);

export function reportOf({ reading, messages }: SavedPage): CheckReport {
  const { surface, open, health } = reading;
  const isOpen = surface && open !== null;
  const { certain = false, thread = null, name = null, sources = [] } = (isOpen && open.identity) || {};
  const { line = false, id = null, at = null } = (isOpen && open.ad) || {};
  const ad = line || id !== null ? { line, id, at: seconds(at) } : null;
  return {
    channel: surface ? reading.channel : null,
    thread,
    identity: { certain, sources: sources.map(({ source }) => source) },
    customer: name,
    ad,
    rows: surface
      ? reading.rows.map((row) => ({ name: row.name, lastAt: seconds(row.lastAt), unread: row.unread }))
      : [],
    messages: isOpen ? messages.map(({ at, direction, kind }) => ({ at: seconds(at), direction, kind })) : [],
    composer: isOpen ? open.composer : "none",
    health,
  };
}
