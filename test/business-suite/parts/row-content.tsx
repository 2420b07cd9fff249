import type { ReactNode } from "react";
import { cx } from "#test/business-suite/style/atomic.ts";
import { rowTime } from "#test/business-suite/time-text.ts";
import type { SuiteThread } from "#test/business-suite/types.ts";
import { useLook, usePage } from "./context.tsx";
import { HoverGrid } from "./hover-grid.tsx";
import { Badge, Face } from "./picture.tsx";
import { SURFACES, Surface } from "./surface.tsx";

const ELLIPSIS = "overflow:hidden;text-overflow:ellipsis;white-space:nowrap";

export function RowContent({ source, snippet }: { source: SuiteThread; snippet: ReactNode }) {
  const { state } = usePage();
  const look = useLook();
  const { name, channel, unread, leadStage, id } = source;
  return (
    <>
      <div className={cx("position:relative;width:48px;height:48px;flex:none")}>
        <Face name={name} size={48} alt={state.config.avatarAlt ? name : ""} />
        <Badge channel={channel} />
      </div>
      <div className={cx("display:flex;flex-direction:column;flex:1;min-width:0")}>
        <div className={look(cx(ELLIPSIS), "_4k8x _4ik4 _4ik5")}>
          <Surface path={`${SURFACES.list}/lib:thread_title`}>
            <div className={cx(ELLIPSIS, unread ? "font-weight:700" : "font-weight:400")}>{name}</div>
          </Surface>
        </div>
        <div className={look(cx(unread ? "font-weight:600" : "color:var(--faint)"), "_at42")}>
          <div
            className={look(cx(ELLIPSIS, "unicode-bidi:plaintext;text-align:match-parent"), "_4ik4 _4ik5")}
          >
            {snippet}
          </div>
        </div>
        {leadStage !== null && (
          <div
            className={cx(
              "align-self:flex-start;margin-top:2px;padding:0 6px;border-radius:4px;background:var(--sunken);color:var(--faint);font-size:12px;line-height:18px",
            )}
          >
            {leadStage}
          </div>
        )}
      </div>
      <RowTime at={source.lastAt} />
      <HoverGrid thread={id} />
    </>
  );
}

/** The best machine time of the page: epoch seconds with decimals, under a text in the page's language. */
function RowTime({ at }: { at: number }) {
  const { state, words, now } = usePage();
  const look = useLook();
  const { short, day } = rowTime(at, now, words, state.config.timeZone);
  return (
    <div className={look(cx("flex:none;color:var(--faint);font-size:12px"), "_at43")}>
      <span
        className={look(
          cx("position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"),
          "accessible_elem",
        )}
      >
        {day}
      </span>
      <abbr
        aria-hidden="true"
        className={look(cx("text-decoration:none;white-space:nowrap"), "timestamp")}
        data-utime={(at / 1000).toFixed(3)}
        title={day}
      >
        {short}
      </abbr>
    </div>
  );
}
