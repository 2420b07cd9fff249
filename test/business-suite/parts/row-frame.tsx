import type { MouseEvent, ReactElement, ReactNode } from "react";
import { cx } from "#test/business-suite/style/atomic.ts";
import type { SuiteThread } from "#test/business-suite/types.ts";
import { useLook, usePage } from "./context.tsx";
import { rowHover } from "./hover-grid.tsx";
import { RowContent } from "./row-content.tsx";
import { rowSurface, Surface } from "./surface.tsx";

/** What the page's own row component is handed: the one place beside the address where a row's id stands. */
export interface RowThread {
  threadID: string;
  threadType: string;
  inboxID: string;
  title: string;
  /** Epoch ms. */
  timestamp: number;
  snippet: ReactElement;
  isFollowUp: boolean;
}

interface RowFrameProps {
  thread: RowThread;
  place: number;
  source: SuiteThread;
  isSelected: boolean;
  href: string | null;
  onOpen: () => void;
}

/** The element that a click selects; its fiber's parent holds `thread` in its props. */
export function RowFrame({ thread, place, source, isSelected, href, onOpen }: RowFrameProps) {
  const { state } = usePage();
  const look = useLook();
  const { selectedOn, nestedRows } = state.config;
  const row = (
    <div
      role="presentation"
      data-auto-logging-id={`u_0_${place.toString(36)}`}
      aria-selected={selectedOn === "row" ? isSelected : undefined}
      onClick={onOpen}
      style={{ cursor: "pointer" }}
      className={look(
        cx(
          "height:100%;border-bottom:1px solid var(--line)",
          ":hover>background:var(--hover)",
          isSelected && "background:var(--selected)",
        ),
        `_at41 _8gcz _at_m _5_n1 _5m10${source.unread ? " _284c" : ""}`,
      )}
    >
      <Surface path={rowSurface(place, source.priority)}>
        <Link href={href}>
          <div
            aria-selected={selectedOn === "inner" ? isSelected : undefined}
            className={`${cx("position:relative;display:flex;gap:12px;height:100%;padding:14px 16px 0")} ${rowHover().parent}`}
          >
            <RowContent source={source} snippet={thread.snippet} />
          </div>
        </Link>
      </Surface>
    </div>
  );
  if (!nestedRows) return row;
  return (
    <div role="presentation" className={cx("height:100%")}>
      {row}
    </div>
  );
}

const stay = (event: MouseEvent) => event.preventDefault();

/** The anchor of the builds that have one; it navigates through the page, not by itself. */
function Link({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) return children;
  return (
    <a href={href} onClick={stay} className={cx("display:block;height:100%")}>
      {children}
    </a>
  );
}
