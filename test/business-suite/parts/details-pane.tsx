import type { ReactNode } from "react";
import { findThread } from "#test/business-suite/actions.ts";
import { cx } from "#test/business-suite/style/atomic.ts";
import { usePage, usePagelet } from "./context.tsx";
import { Icon } from "./icon.tsx";
import { Face } from "./picture.tsx";

const CHIP =
  "display:inline-block;max-width:100%;margin:0 4px 4px 0;padding:2px 8px;border-radius:4px;background:var(--sunken);font-size:12px;overflow-wrap:anywhere";

/** Contact details; a label `ad_id.<digits>` is the one place that names the source ad (facts, section 2.6). */
export function DetailsPane() {
  const { state, words } = usePage();
  const pagelet = usePagelet();
  const thread = findThread(state, state.openId);
  if (!thread) return null;
  const { details } = words;
  const isMessenger = thread.channel === "FB_MESSAGE";
  return (
    <div
      role="complementary"
      data-pagelet={pagelet("BizInboxContextCardDetail")}
      className={cx(
        "width:280px;flex:none;overflow-y:auto;padding:16px;border-inline-start:1px solid var(--line)",
      )}
    >
      <div className={cx("display:flex;justify-content:flex-end;color:var(--faint)")}>
        <div role="button" tabIndex={0} aria-label={details.collapse}>
          <Icon name="panel" />
        </div>
      </div>
      <div
        className={cx("display:flex;flex-direction:column;align-items:center;gap:6px;padding-bottom:16px")}
      >
        <Face name={thread.name} size={64} alt="" />
        <span
          dir="auto"
          className={cx("font-weight:700;font-size:16px;text-align:center;overflow-wrap:anywhere")}
        >
          {thread.name}
        </span>
        {isMessenger && (
          <a
            href={`https://www.facebook.com/profile.php?id=${thread.id}`}
            className={cx("color:var(--accent);font-size:13px;font-weight:600")}
          >
            {details.viewProfile}
          </a>
        )}
      </div>
      {state.config.headings && (
        <h2 className={cx("margin:0;padding:12px 0 4px;border-top:1px solid var(--line);font-size:15px")}>
          {details.about}
        </h2>
      )}
      <Row title={details.leadStage}>
        <div role="button" tabIndex={0} className={cx(CHIP)}>
          {thread.leadStage ?? details.markAsLead}
        </div>
      </Row>
      <Row title={details.orderStatus}>
        <Action>{details.createOrder}</Action>
      </Row>
      <Row title={details.labels}>
        {thread.labels.map((label) => (
          <span key={label} className={cx(CHIP)}>
            {label}
          </span>
        ))}
      </Row>
      <Row title={details.suggestedLabels}>{null}</Row>
      <Action>{details.addNote}</Action>
    </div>
  );
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={cx("padding:8px 0")}>
      <div className={cx("color:var(--faint);font-size:12px;margin-bottom:4px")}>{title}</div>
      {children}
    </div>
  );
}

function Action({ children }: { children: ReactNode }) {
  return (
    <div
      role="button"
      tabIndex={0}
      className={cx("color:var(--accent);font-weight:600;font-size:13px;padding:2px 0")}
    >
      {children}
    </div>
  );
}
