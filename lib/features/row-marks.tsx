import { memo, useLayoutEffect, useRef, useState } from "react";
import { OutcomeMark } from "#components/rows/outcome-mark.tsx";
import { TimerMark } from "#components/rows/timer-mark.tsx";
import { markOf, NO_MARK } from "#lib/domain/mark.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Names } from "#lib/domain/named-list.ts";
import { createPace } from "#lib/overlay/pace.ts";
import { useOverlay, useOverlayState, useShownNow } from "#lib/overlay/context.ts";
import { dueKey } from "#lib/overlay/dues.ts";
import { createMarkedRows, type MarkedRow } from "#lib/overlay/marked-rows.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { type Box, boxOf } from "#lib/overlay/place.ts";
import {
  offeredInRow,
  type RowGround,
  rowGroundOf,
  type Running,
  runningRows,
} from "#lib/overlay/running.ts";
import { scrollerOf } from "#lib/overlay/scroller.ts";
import { share } from "#lib/overlay/share.ts";
import type { OverlayState } from "#lib/overlay/state.ts";
import { timerOf } from "#lib/overlay/timer.ts";
import { features } from "./registry.ts";

/** Rows come and go as the list scrolls; they are asked for together, this many ms later. */
const GATHER_MS = 120;
const APART_MS = 2_500;
const INSET = 6;
const HEIGHT = 19;

/** Reads where the rows are; what it gives puts each mark at the start of its row's last line, inside the list. */
function place(layer: HTMLElement, rows: readonly HTMLElement[], isRtl: boolean): () => void {
  const [first] = rows;
  const list = first && boxOf(scrollerOf(first));
  const boxes = rows.map(boxOf);
  return () => {
    layer.hidden = !list;
    if (list) put(layer, list, boxes, isRtl);
  };
}

function put(layer: HTMLElement, list: Box, boxes: readonly Box[], isRtl: boolean): void {
  const { left, top, width, height } = list;
  Object.assign(layer.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
  for (const [index, mark] of [...layer.children].entries()) {
    const box = boxes[index];
    if (!box || !(mark instanceof HTMLElement)) continue;
    const x = isRtl ? box.left + box.width - left - width - INSET : box.left - left + INSET;
    mark.style.transform = `translate(${x}px, ${box.top + box.height - top - HEIGHT}px)`;
  }
}

function RowTimer({ asset, running }: { asset: string | null; running: Running }) {
  const key = dueKey(asset, running.asked);
  const timer = useShownNow(({ dues }, now) => {
    const due = dues[key] ?? null;
    // The page shows how long somebody waits at once; what is left, only when it is known.
    return due === null && !running.atLeast ? null : timerOf({ ...running, due }, now);
  });
  if (!timer) return null;
  const { tone, share, short, atLeast } = timer;
  return <TimerMark tone={tone} share={share} text={short} atLeast={atLeast} />;
}

const NO_NAMES: Names = {};
const nothing = () => undefined;

interface RowMarkProps {
  asset: string | null;
  marked: MarkedRow;
  names: Names;
}

const RowMark = memo(({ asset, marked, names }: RowMarkProps) => (
  <div className="marks">
    {marked.offered && <RowTimer asset={asset} running={marked.offered} />}
    {marked.running && <RowTimer asset={asset} running={marked.running} />}
    {marked.outcome && <OutcomeMark outcome={marked.outcome} reason={marked.reason} names={names} />}
  </div>
));

function RowMarks() {
  const overlay = useOverlay();
  const layer = useRef<HTMLDivElement>(null);
  const [read] = useState(() => createMarkedRows(overlay.clock.now));
  const marked = useOverlayState(read);
  const asset = useOverlayState(({ reading }) => reading?.asset ?? null);
  const names = useOverlayState(({ settings }) => settings?.reasonNames) ?? NO_NAMES;
  const isRtl = useOverlayState(({ reading }) => reading?.dir === "rtl");

  // The frame that draws the marks puts them in their places: asked for sooner, the page would be laid out twice.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const { store, frames } = overlay;
    const elements = marked.map(({ element }) => element);
    const follow = () => (layer.current ? place(layer.current, elements, isRtl) : nothing);
    const ask = frames.add(
      follow,
      stop.signal,
      (scrolled) => elements[0] !== undefined && scrolled.contains(elements[0]),
    );
    // A row without a mark that comes or goes moves those below it.
    let { reading } = store.get();
    const moved = () => {
      const before = reading?.rows;
      ({ reading } = store.get());
      if (reading?.rows !== before) ask();
    };
    stop.signal.addEventListener("abort", store.subscribe(moved), { once: true });
    ask();
    return () => stop.abort();
  }, [overlay, marked, isRtl]);

  return (
    <div className="rows" ref={layer}>
      {marked.map((one) => (
        <RowMark key={one.key} asset={asset} marked={one} names={names} />
      ))}
    </div>
  );
}

const threadsOf = ({ store }: Overlay): Thread[] =>
  (store.get().reading?.rows ?? []).flatMap(({ thread }) => thread ?? []);

/** Keeps the marks of the rows that can be seen, and that of the open conversation in its first frame. */
function start(overlay: Overlay, signal: AbortSignal): void {
  const { store, window, send, pageFrames } = overlay;
  /** Threads whose marks are known as of the last change in the background. */
  let known = new Set<string>();
  let { changes, settings } = store.get();
  let ground: RowGround | null = null;

  const unknown = () => threadsOf(overlay).filter((thread) => !known.has(threadKey(thread)));
  const learn = (fresh: OverlayState["marks"]) => {
    const { marks } = store.get();
    store.set({ marks: share(marks, { ...marks, ...fresh }) });
  };
  const fetchMarks = () => {
    const threads = unknown();
    if (threads.length === 0) return;
    const asking = known;
    for (const thread of threads) asking.add(threadKey(thread));
    send("marks", { threads })
      .then((fresh) => pageFrames.join(() => learn(fresh)))
      .catch(() => {
        for (const thread of threads) asking.delete(threadKey(thread));
        ground = null;
      });
  };
  const pace = createPace({ window, signal, work: fetchMarks, gather: GATHER_MS, apart: APART_MS });
  const followOpen = () => {
    const { thread, log, conversation } = overlay.current();
    if (!thread || !log) return;
    const { marks } = store.get();
    const key = threadKey(thread);
    const mark = share(
      marks[key],
      conversation ? markOf(conversation, store.get().settings?.team ?? null) : NO_MARK,
    );
    if (marks[key] !== mark) store.set({ marks: { ...marks, [key]: mark } });
  };
  const follow = () => {
    followOpen();
    const state = store.get();
    const next = rowGroundOf(state, ground);
    const isNew = next !== ground || state.changes !== changes || state.settings !== settings;
    if (!isNew) return;
    if (state.changes !== changes) known = new Set();
    ({ changes, settings } = state);
    ground = next;
    const times = runningRows(ground, overlay.clock.now());
    const offers = threadsOf(overlay).flatMap(
      (thread) => offeredInRow(state.marks[threadKey(thread)], thread.channel) ?? [],
    );
    overlay.wantDues(
      state.reading?.asset ?? null,
      [...times.values(), ...offers].map(({ asked }) => asked),
      false,
    );
    if (unknown().length === 0) return;
    pace.ask();
  };

  signal.addEventListener("abort", store.subscribe(follow), { once: true });
  follow();
}

features.add("row-marks", { needs: ["rows"], layer: RowMarks, start });
