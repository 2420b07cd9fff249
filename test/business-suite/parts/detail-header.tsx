import type { MouseEvent } from "react";
import { cx } from "#test/business-suite/style/atomic.ts";
import type { SuiteThread } from "#test/business-suite/types.ts";
import { useLook, usePage, usePagelet } from "./context.tsx";
import { Icon } from "./icon.tsx";
import { Face } from "./picture.tsx";
import { SURFACES, Surface } from "./surface.tsx";

const stay = (event: MouseEvent) => event.preventDefault();
const ONE_LINE = { WebkitLineClamp: 1 };
const CLAMP =
  "display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden;font-weight:600;font-size:16px";

/** No heading role and no `dir`: the name is text in a clamped box (facts, sections 2.3 and 7). */
export function DetailHeader({ thread }: { thread: SuiteThread }) {
  const { words } = usePage();
  const look = useLook();
  const pagelet = usePagelet();
  return (
    <Surface path={SURFACES.header}>
      <div
        data-pagelet={pagelet("BizInboxDetailViewHeaderSectionWrapper")}
        className={cx(
          "display:flex;align-items:center;gap:12px;height:68px;flex:none;padding:0 16px;border-bottom:1px solid var(--line)",
        )}
      >
        <div className={cx("position:relative;width:48px;height:48px;flex:none")}>
          <div data-visualcompletion="ignore">
            <Face name={thread.name} size={48} alt="" />
          </div>
        </div>
        <div className={look(cx("min-width:0"), "_3bwv")}>
          <div className={look("", "_3bwy")}>
            <div className={look("", "_3bwx")}>
              <HeaderName thread={thread} />
            </div>
            <div className={look("", "_3bwx")}>
              <a
                role="button"
                aria-haspopup="true"
                href="#"
                onClick={stay}
                className={cx(
                  "display:flex;justify-content:flex-start;color:var(--faint);font-size:13px",
                  ":hover>text-decoration:underline",
                )}
              >
                <span className={look("", "_55pe")}>{words.assign}</span>
              </a>
            </div>
          </div>
        </div>
        <div className={cx("display:flex;flex:1;justify-content:flex-end")}>
          <div
            role="button"
            tabIndex={0}
            aria-haspopup="menu"
            aria-expanded="false"
            className={cx("padding:8px;border-radius:8px", ":hover>background:var(--hover)")}
          >
            <span>
              <div
                className={look(
                  cx("position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"),
                  "accessible_elem",
                )}
              >
                {words.openMenu}
              </div>
              <Icon name="more" />
            </span>
          </div>
        </div>
      </div>
    </Surface>
  );
}

/** WhatsApp's pane has the name in a leaf that takes focus. */
function HeaderName({ thread }: { thread: SuiteThread }) {
  const look = useLook();
  if (thread.channel === "WEC_MESSAGE")
    return (
      <div tabIndex={-1} className={cx("font-weight:600;font-size:16px;outline:0")}>
        {thread.name}
      </div>
    );
  return (
    <div className={cx("min-width:0")}>
      <div className={look(cx(CLAMP), "_4ik4 _4ik5")} style={ONE_LINE}>
        {thread.name}
      </div>
    </div>
  );
}
