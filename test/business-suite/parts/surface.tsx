import type { ReactNode } from "react";
import { usePage } from "./context.tsx";

const ROOT = "/bizweb:inbox";
const INBOX = `${ROOT}/bizweb:INBOX`;
const CONTENT = `${INBOX}/lib:bizweb_inbox:main_content/lib:bizweb_inbox:content_layout`;
const BOTH = `${CONTENT}/lib:inbox:thread_and_detail`;

/** Paths of the page's parts, as its `data-surface` writes them (facts, sections 2.1 to 2.4). */
export const SURFACES = {
  root: ROOT,
  tabs: `${INBOX}/lib:bizweb_inbox:main_content/lib:bizweb_inbox:channel_selector`,
  both: BOTH,
  list: `${BOTH}/bizweb_inbox:thread_list`,
  detail: `${BOTH}/lib:inbox:detail_column/bizweb_inbox:messenger_detail_view`,
  header: `${BOTH}/lib:inbox:detail_column/lib:inbox:detail_view_header`,
} as const;

export const rowSurface = (place: number, isPriority: boolean): string =>
  `${SURFACES.list}/thread_row${place}${isPriority ? ":priority" : ""}`;

const INVISIBLE = { display: "contents" };

/** A wrapper without a box of its own; builds without surfaces have none. */
export function Surface({ path, children }: { path: string; children: ReactNode }) {
  const { surfaces } = usePage().state.config;
  if (!surfaces) return children;
  return (
    <span data-surface-wrapper="1" data-surface={path} style={INVISIBLE}>
      {children}
    </span>
  );
}
