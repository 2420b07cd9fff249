import { useEffect, useRef } from "react";
import { OutcomeMark } from "#components/rows/outcome-mark.tsx";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { RowReading } from "#lib/inbox/reading.ts";
import { useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { boxOf } from "#lib/overlay/place.ts";
import { scrollerOf } from "#lib/overlay/scroller.ts";
import { features } from "./registry.ts";

const NO_ROWS: RowReading[] = [];
/** Rows come and go as the list scrolls; they are asked for together, this many ms later. */
const GATHER_MS = 120;
const INSET = 6;
const HEIGHT = 19;

/** Puts each mark at the start of its row's last line, inside what the list shows of itself. */
function place(layer: HTMLElement, rows: readonly HTMLElement[], isRtl: boolean): void {
  const [first] = rows;
  const list = first && boxOf(scrollerOf(first));
  layer.hidden = !list;
  if (!list) return;
  const { left, top, width, height } = list;
  Object.assign(layer.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
  const boxes = rows.map(boxOf);
  for (const [index, mark] of [...layer.children].entries()) {
    const box = boxes[index];
    if (!box || !(mark instanceof HTMLElement)) continue;
    const x = isRtl ? box.left + box.width - left - width - INSET : box.left - left + INSET;
    mark.style.transform = `translate(${x}px, ${box.top + box.height - top - HEIGHT}px)`;
  }
}

function RowMarks() {
  const overlay = useOverlay();
  const layer = useRef<HTMLDivElement>(null);
  const rows = useOverlayState(({ reading }) => reading?.rows ?? NO_ROWS);
  const marks = useOverlayState(({ marks }) => marks);
  const isRtl = useOverlayState(({ reading }) => reading?.dir === "rtl");
  const shown = rows.flatMap(({ element, thread }) => {
    const key = thread ? threadKey(thread) : "";
    const { outcome = null, reason = null } = marks[key] ?? {};
    return outcome ? [{ key, element, outcome, reason }] : [];
  });

  useEffect(() => {
    const stop = new AbortController();
    const elements = shown.map(({ element }) => element);
    const follow = () => layer.current && place(layer.current, elements, isRtl);
    overlay.frames.add(follow, stop.signal);
    follow();
    return () => stop.abort();
  });

  return (
    <div className="rows" ref={layer}>
      {shown.map(({ key, outcome, reason }) => (
        <OutcomeMark key={key} outcome={outcome} reason={reason} />
      ))}
    </div>
  );
}

const threadsOf = ({ store }: Overlay): Thread[] =>
  (store.get().reading?.rows ?? []).flatMap(({ thread }) => thread ?? []);

/** Keeps the marks of the rows that can be seen, and that of the open conversation in its first frame. */
function start(overlay: Overlay, signal: AbortSignal): void {
  const { store, window, send } = overlay;
  let asked = "";
  let timer = 0;

  const fetchMarks = () => {
    const threads = threadsOf(overlay);
    if (threads.length === 0) return;
    send("marks", { threads })
      .then((marks) => store.set({ marks: { ...store.get().marks, ...marks } }))
      .catch(() => {
        asked = "";
      });
  };
  const followOpen = () => {
    const { thread, log, conversation } = overlay.current();
    if (!thread || !log) return;
    const { marks } = store.get();
    const key = threadKey(thread);
    const { outcome = null, reason = null } = conversation?.outcome ?? {};
    if (marks[key]?.outcome !== outcome || marks[key]?.reason !== reason)
      store.set({ marks: { ...marks, [key]: { outcome, reason } } });
  };
  const follow = () => {
    followOpen();
    const wanted = [store.get().changes, ...threadsOf(overlay).map(threadKey)].join();
    if (wanted === asked) return;
    asked = wanted;
    window.clearTimeout(timer);
    timer = window.setTimeout(fetchMarks, GATHER_MS);
  };

  const stop = store.subscribe(follow);
  signal.addEventListener(
    "abort",
    () => {
      stop();
      window.clearTimeout(timer);
    },
    { once: true },
  );
  follow();
}

features.add("row-marks", { needs: ["rows"], layer: RowMarks, start });
