import type { Command } from "#lib/domain/commands.ts";
import type { Draft } from "#lib/domain/event.ts";
import type { EventData, EventKind } from "#lib/domain/event-data.ts";
import type { HandoffKind } from "#lib/domain/outcome.ts";
import type { Precision } from "#lib/domain/precision.ts";
import { sameThread, type Thread } from "#lib/domain/thread.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";
import { type Clock, createClock } from "./clock.ts";
import { createCurrent, type Current } from "./current.ts";
import { createDues, type WantDues } from "./dues.ts";
import { createFrames, type Frames } from "./frames.ts";
import { rememberFocus } from "./focus.ts";
import type { Guard } from "./guard.ts";
import { createKeys, type Keys } from "./keys.ts";
import { keysIn } from "./keys-shown.ts";
import { createLogs, type ExpectLog } from "./logs.ts";
import { createOutbox } from "./outbox.ts";
import type { CensoredReport } from "#lib/inbox/censor.ts";
import type { PackUsed } from "#lib/inbox/pack-choice.ts";
import type { Inserted } from "#lib/inbox/compose.ts";
import { createPageFrames, type PageFrames } from "#lib/inbox/page-frames.ts";
import type { Send } from "./send.ts";
import { share } from "./share.ts";
import { refusalOf, type Standing, standingOf } from "./standing.ts";
import { INITIAL_STATE, type Notice, type OverlayState, type PanelId } from "./state.ts";
import { tagsOfEarlier } from "./tag-earlier.ts";
import { createStore, type Store } from "./store.ts";
import type { Unsent } from "./unsent.ts";

/** One thing to be recorded of the open conversation; the overlay adds thread, id, and this very second. */
export type Judgement = {
  [Kind in EventKind]: { id?: string; kind: Kind; data: EventData[Kind]; at?: number; precision?: Precision };
}[EventKind];

/** What the overlay asks of the page, by its adapter. */
export interface PageHands {
  /** Looks at the page now and hands the reading over first. */
  look: () => unknown;
  /** Reads what the page has told of in the open conversation and was not read yet. */
  catchUp: () => void;
  /** The shape of the page without a word of anybody's; null where there is nothing to report. */
  report: () => CensoredReport | null;
  /** By which pack the page is read now; null before the first look. */
  pack: () => PackUsed | null;
  /** Puts a text at the caret of the composer, and reads back that it stands there; it is never sent. */
  insert: (text: string, isStillOpen: () => boolean) => Promise<Inserted>;
}

/** What features work with: the state, the clock, the background, and the verbs that all of them share. */
export interface Overlay {
  store: Store<OverlayState>;
  clock: Clock;
  send: Send;
  keys: Keys;
  frames: Frames;
  pageFrames: PageFrames;
  window: Window & typeof globalThis;
  host: HTMLElement;
  insert: PageHands["insert"];
  catchUp: PageHands["catchUp"];
  report: PageHands["report"];
  pack: PageHands["pack"];
  wantDues: WantDues;
  /** A fresh event id (UUIDv7). */
  mint: () => string;
  current: () => Current;
  standing: () => Standing;
  /**
   * Records judgements of a thread at this instant, after one more look at the page. Answers false, says why and
   * records nothing when that thread is not certainly the open one any more.
   */
  judge: (thread: Thread, judgements: readonly Judgement[]) => boolean;
  say: (text: string, tone?: Notice["tone"], stays?: boolean) => void;
  /**
   * Opens a panel above the bar; `focused` moves the focus into it, and closing brings it back to the page. `to` is
   * what the handoff panel need not ask.
   */
  open: (panel: PanelId, focused: boolean, to?: HandoffKind) => void;
  close: () => void;
  /** Closes what is open and leaves the focus where it is. */
  leave: () => void;
  expectLog: ExpectLog;
  /**
   * Does what a key does, asked for from outside the page, if this conversation is certainly the open one. With an
   * instant `about` the outcome is that of the thread's earlier conversation.
   */
  press: (asked: { thread: Thread; command: Command; about: number | null }) => boolean;
  /** A newer reading of the page. */
  read: (reading: OverlayState["reading"]) => void;
}

export interface OverlayDeps {
  window: Window & typeof globalThis;
  /** The element whose shadow tree holds the overlay. */
  host: HTMLElement;
  page: () => PageHands | null;
  signal: AbortSignal;
  now: () => number;
  /** That many random bytes. */
  random: (bytes: number) => Uint8Array;
  send: Send;
  unsent: Unsent;
  guard: Guard;
}

const pauseIn = (window: Window, signal: AbortSignal) => (ms: number) =>
  new Promise<void>((resolve) => {
    const timer = window.setTimeout(resolve, ms);
    signal.addEventListener("abort", () => window.clearTimeout(timer), { once: true });
  });

/** The thread that is certainly open. */
const certainThread = (reading: OverlayState["reading"]): Thread | null => {
  const identity = reading?.open?.identity;
  return identity?.certain ? identity.thread : null;
};

export function createOverlay({
  window,
  host,
  page,
  signal,
  now,
  random,
  send,
  unsent,
  guard,
}: OverlayDeps): Overlay {
  const store = createStore<OverlayState>(INITIAL_STATE);
  const pageFrames = createPageFrames(window, signal);
  const currentOf = createCurrent();
  const mint = () => uuidv7(now(), random(10));
  const say: Overlay["say"] = (text, tone = "plain", stays = false) =>
    store.set({ notice: { text, tone, stays, at: now() } });
  const expectLog = createLogs(store);
  let shown: Thread | null = null;
  let goBack: (() => void) | null = null;
  const put = createOutbox({ store, send, unsent, expectLog, say, pause: pauseIn(window, signal) });

  const keys = createKeys({
    guard,
    isActive: () => store.get().reading?.surface ?? false,
    areChordsOn: () => store.get().chords === "on",
    keys: () => keysIn(store.get()),
  });

  const leave = () => {
    goBack = null;
    store.set({ panel: null });
  };

  const judge: Overlay["judge"] = (thread, judgements) => {
    page()?.look();
    const standing = standingOf(store.get());
    if (standing.state !== "ready" || !sameThread(standing.thread, thread)) {
      say(refusalOf(standing) || "Nothing recorded: another conversation is open now.", "warn");
      return false;
    }
    // safe because: kind and data come as a pair of one judgement.
    const instant = now();
    const drafts = judgements.map(
      ({ id = mint(), at = instant, precision = "second", kind, data }) =>
        ({ id, v: 1, thread, at, precision, kind, data }) as Draft,
    );
    put(drafts);
    return true;
  };

  return {
    store,
    clock: createClock({ window, now, frames: pageFrames, signal }),
    send,
    keys,
    frames: createFrames(window, pageFrames, signal),
    pageFrames,
    window,
    host,
    report: () => page()?.report() ?? null,
    catchUp: () => page()?.catchUp(),
    pack: () => page()?.pack() ?? null,
    insert: async (text, isStillOpen) =>
      (await page()?.insert(text, isStillOpen)) ?? { inserted: false, because: "no_composer" },
    wantDues: createDues({ store, send, signal, window, frames: pageFrames }),
    mint,
    current: () => currentOf(store.get()),
    standing: () => standingOf(store.get()),
    judge,
    say,
    open(id, focused, to) {
      goBack ??= rememberFocus(window, host);
      store.set({ panel: { id, focused, thread: certainThread(store.get().reading), to } });
    },
    close() {
      if (window.document.activeElement === host) goBack?.();
      leave();
    },
    leave,
    expectLog,
    press({ thread, command, about }) {
      page()?.look();
      const standing = standingOf(store.get());
      if (standing.state !== "ready" || !sameThread(standing.thread, thread)) return false;
      const tags = about === null ? null : tagsOfEarlier(command, about, mint());
      return tags ? judge(thread, tags) : keys.run(command);
    },
    read(reading) {
      const { reading: last, panel, notice } = store.get();
      const next = share(last, reading);
      // A page that is being drawn anew may show nothing for a moment: only another conversation ends what is open.
      const thread = certainThread(next);
      const isOther = thread !== null && !sameThread(thread, shown);
      shown = thread ?? shown;
      const isKept = panel !== null && sameThread(panel.thread, thread);
      const left = { panel: isKept ? panel : null, notice: notice?.stays ? notice : null };
      store.set({ reading: next, ...(isOther && left) });
    },
  };
}
