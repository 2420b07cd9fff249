import { type UIEvent, useLayoutEffect, useRef, useState } from "react";
import { rowsOf } from "#test/business-suite/actions.ts";
import { cx } from "#test/business-suite/style/atomic.ts";
import { usePage } from "./context.tsx";
import { ThreadRow } from "./thread-row.tsx";

export const ROW_HEIGHT = 94;
const BEFORE = 1;
const AFTER = 4;

/** A window of fixed height over all rows; the few that are mounted are keyed by place, so a re-sort recycles them. */
export function ThreadList() {
  const { state, words } = usePage();
  const rows = rowsOf(state);
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const { current } = scroller;
    if (!current) return undefined;
    const measure = new ResizeObserver(() => setHeight(current.clientHeight));
    measure.observe(current);
    setHeight(current.clientHeight);
    return () => measure.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - BEFORE);
  const last = Math.min(rows.length, Math.ceil((top + height) / ROW_HEIGHT) + AFTER);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => setTop(currentTarget.scrollTop);
  return (
    <div
      ref={scroller}
      onScroll={onScroll}
      style={{
        position: "relative",
        height: "100%",
        width: "100%",
        overflow: "auto",
        willChange: "transform",
        direction: words.dir,
      }}
    >
      <div style={{ height: rows.length * ROW_HEIGHT, width: "100%" }}>
        {rows.slice(first, last).map((thread, index) => (
          <div
            key={first + index}
            style={{
              position: "absolute",
              left: 0,
              top: (first + index) * ROW_HEIGHT,
              height: ROW_HEIGHT,
              width: "100%",
            }}
          >
            <ThreadRow source={thread} place={first + index} />
          </div>
        ))}
      </div>
      {rows.length === 0 && (
        <div className={cx("padding:40px 16px;text-align:center;color:var(--faint)")}>{words.empty}</div>
      )}
    </div>
  );
}
