import type { SeenMessage } from "#lib/domain/observe.ts";
import type { Thread } from "#lib/domain/thread.ts";
import {
  type Health,
  type InboxReading,
  type OpenReading,
  type Part,
  PARTS,
  type RowReading,
} from "#lib/inbox/reading.ts";

export const PAGE = "9000000000000001";
export const NORA: Thread = { channel: "FB_MESSAGE", asset: PAGE, id: "100000000000011" };
export const GABE: Thread = { channel: "FB_MESSAGE", asset: PAGE, id: "100000000000012" };

const NAMES: Record<string, string> = { [NORA.id]: "Nora Lind", [GABE.id]: "Gabe" };
export const nameOf = ({ id }: Thread): string => NAMES[id] ?? "Somebody";

const health = (...missing: Part[]): Health =>
  Object.fromEntries(PARTS.map((part) => [part, missing.includes(part) ? "missing" : "found"])) as Health; // safe because: every part is named

export const customerWrote = (key: string, at: number): SeenMessage => ({
  key,
  at,
  precision: "second",
  sender: "customer",
});

/** An open conversation that the page names without doubt. */
export function open(thread: Thread, change: Partial<OpenReading> = {}): OpenReading {
  return {
    identity: {
      thread,
      certain: true,
      sources: [{ source: "address", thread }],
      name: nameOf(thread),
      unsure: null,
      otherName: null,
      settling: false,
    },
    messages: [],
    undirected: 0,
    handovers: [],
    beginning: true,
    ad: { line: false, id: null, at: null, isOwn: false },
    heard: [],
    composer: "lexical",
    ...change,
  };
}

/** A header that changed while the address did not. */
export const unsure = (thread: Thread, name: string): OpenReading => ({
  ...open(thread),
  identity: {
    thread,
    certain: false,
    sources: [{ source: "address", thread }],
    name,
    unsure: "name_changed",
    otherName: nameOf(thread),
    settling: false,
  },
});

export const row = (element: HTMLElement, thread: Thread | null): RowReading => ({
  element,
  name: thread && nameOf(thread),
  lastAt: null,
  precision: "second",
  unread: false,
  lastSpeaker: "customer",
  thread,
  selected: false,
});

export function reading(opened: OpenReading | null, change: Partial<InboxReading> = {}): InboxReading {
  return {
    surface: true,
    channel: "FB_MESSAGE",
    asset: PAGE,
    open: opened,
    rows: [],
    health: health(),
    theme: "light",
    dir: "ltr",
    language: { tag: "en", known: true },
    place: { composer: null, list: null, pane: null },
    ...change,
  };
}

export const without = (...parts: Part[]): Partial<InboxReading> => ({ health: health(...parts) });
