import { useEffect, useRef } from "react";
import { changeThread } from "#test/business-suite/actions.ts";
import { cx, hoverPair } from "#test/business-suite/style/atomic.ts";
import { recordViolation } from "#test/business-suite/violations.ts";
import { useLook, usePage } from "./context.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** Class names of the row whose hover shows the grid, and of the grid. */
export const rowHover = () => hoverPair("opacity:1");

const EVENTS = [
  "pointerover",
  "mouseover",
  "pointerdown",
  "mousedown",
  "pointerup",
  "mouseup",
  "click",
  "dblclick",
  "contextmenu",
  "focusin",
  "keydown",
] as const;

/**
 * The row's hidden actions (facts, section 2.2): they cover its right side, swallow clicks in its centre,
 * and act at once. Whatever touches them is kept as a violation.
 */
export function HoverGrid({ thread }: { thread: string }) {
  const { page, words } = usePage();
  const look = useLook();
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    const hear = (event: Event) => {
      const cell = event.target instanceof Element ? event.target.closest("[role=gridcell]") : null;
      const action = cell?.getAttribute("aria-label") ?? "grid";
      recordViolation({ type: event.type, action, thread, trusted: event.isTrusted, at: page.clock.now() });
      if (event.type !== "click") return;
      event.preventDefault();
      event.stopPropagation();
      if (action === words.moveToDone) changeThread(page, thread, (one) => ({ ...one, done: true }));
    };
    for (const type of EVENTS) grid.current?.addEventListener(type, hear, { signal: stop.signal });
    return () => stop.abort();
  }, [page, thread, words]);
  const css = cx(
    "position:absolute;inset-inline-end:8px;top:35px;display:flex;justify-content:flex-end;gap:4px;width:190px;height:40px;opacity:0",
  );
  return (
    <div ref={grid} role="grid" tabIndex={-1} className={`${look(css, "_4a51")} ${rowHover().child}`}>
      <Action name={words.moveToDone} icon="done" />
      <Action name={words.markFollowUp} icon="flag" />
    </div>
  );
}

/** An anchor with the role of a row that is no conversation. */
function Action({ name, icon }: { name: string; icon: IconName }) {
  return (
    <div>
      <a role="row" href="#" tabIndex={-1}>
        <div
          role="gridcell"
          aria-label={name}
          data-tooltip-delay="200"
          className={cx(
            "display:grid;place-items:center;width:36px;height:36px;border-radius:50%;border:1px solid var(--line);background:var(--surface);color:var(--text)",
          )}
        >
          <Icon name={icon} size={18} />
        </div>
      </a>
    </div>
  );
}
