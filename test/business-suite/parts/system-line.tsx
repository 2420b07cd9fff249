import { cx } from "#test/business-suite/style/atomic.ts";
import type { LineEntry, LineKind } from "#test/business-suite/types.ts";
import { usePage } from "./context.tsx";

const NOTES = new Set<LineKind>(["assigned", "assigned_by"]);
const AD_LINES = new Set<LineKind>(["ad_reply", "ad_start"]);

/** A line that Meta writes in the Page's name: centred, without an id and without a time of its own. */
export function SystemLine({ entry, name }: { entry: LineEntry; name: string }) {
  const { words } = usePage();
  const { line, who, what } = entry;
  return (
    <div
      role={NOTES.has(line) ? "note" : undefined}
      className={cx("padding:6px 24px;text-align:center;color:var(--faint);font-size:13px")}
    >
      <span className={cx("unicode-bidi:isolate")} dir="auto">
        {words.lines[line](who ?? name, what ?? "")}
      </span>
      {AD_LINES.has(line) && (
        <>
          {" "}
          <div
            role="button"
            tabIndex={0}
            className={cx("display:inline;color:var(--accent);font-weight:600")}
          >
            {words.viewAd}
          </div>
        </>
      )}
    </div>
  );
}
