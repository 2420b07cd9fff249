import { findThread } from "#test/business-suite/actions.ts";
import { cx } from "#test/business-suite/style/atomic.ts";
import { Composer } from "./composer.tsx";
import { usePage, usePagelet } from "./context.tsx";
import { DetailHeader } from "./detail-header.tsx";
import { Messages } from "./messages.tsx";
import { SURFACES, Surface } from "./surface.tsx";

/** The open conversation: header, messages, composer. */
export function Detail() {
  const { state, words } = usePage();
  const pagelet = usePagelet();
  const thread = findThread(state, state.openId);
  return (
    <Surface path={SURFACES.detail}>
      <div
        role="main"
        data-pagelet={pagelet("BizInboxDetailSectionWrapper")}
        className={cx("display:flex;flex-direction:column;flex:1;min-width:0;min-height:0")}
      >
        {thread ? (
          <>
            <DetailHeader thread={thread} />
            <Messages key={`messages ${thread.id}`} thread={thread} />
            <Composer key={`composer ${thread.id}`} thread={thread} />
          </>
        ) : (
          <div className={cx("margin:auto;color:var(--faint);font-size:16px")}>{words.nothingOpen}</div>
        )}
      </div>
    </Surface>
  );
}
