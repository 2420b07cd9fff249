import { cx } from "#test/business-suite/style/atomic.ts";
import { usePage, usePagelet } from "./context.tsx";
import { Icon } from "./icon.tsx";
import { Notice } from "./notice.tsx";
import { SURFACES, Surface } from "./surface.tsx";
import { ThreadList } from "./thread-list.tsx";

export function ListColumn() {
  const { state, words } = usePage();
  const pagelet = usePagelet();
  return (
    <div
      data-pagelet={pagelet("BizP13NInboxUinifiedThreadListView")}
      className={cx(
        "display:flex;flex-direction:column;width:360px;flex:none;min-height:0;border-inline-end:1px solid var(--line)",
      )}
    >
      <Search />
      <Filters />
      {state.config.notices.map((kind) => (
        <Notice key={kind} kind={kind} title={words.notices[kind][0]} text={words.notices[kind][1]} />
      ))}
      <Surface path={SURFACES.list}>
        <div
          data-pagelet={pagelet("GenericBizInboxThreadListViewBody")}
          className={cx("flex:1;min-height:0")}
        >
          <ThreadList />
        </div>
      </Surface>
    </div>
  );
}

function Search() {
  const { words } = usePage();
  return (
    <div
      className={cx(
        "display:flex;align-items:center;gap:8px;margin:12px 12px 8px;padding:0 12px;height:36px;border-radius:18px;background:var(--sunken);color:var(--faint)",
      )}
    >
      <Icon name="search" size={18} />
      <input
        type="text"
        placeholder={words.search}
        aria-label={words.search}
        className={cx(
          "flex:1;min-width:0;border:0;outline:0;background:transparent;color:var(--text);font:inherit",
        )}
      />
    </div>
  );
}

function Filters() {
  const { unread, priority, adReplies, followUp } = usePage().words.filters;
  return (
    <div
      className={cx(
        "display:flex;gap:6px;padding:0 12px 10px;overflow:hidden;border-bottom:1px solid var(--line)",
      )}
    >
      {[unread, priority, adReplies, followUp].map((name) => (
        <div
          key={name}
          role="button"
          tabIndex={0}
          className={cx(
            "padding:3px 10px;border:1px solid var(--line);border-radius:14px;font-size:13px;font-weight:600;white-space:nowrap",
            ":hover>background:var(--hover)",
          )}
        >
          {name}
        </div>
      ))}
    </div>
  );
}
