import type { NoticeKind } from "#test/business-suite/config.ts";
import { cx } from "#test/business-suite/style/atomic.ts";

const ROLES: Record<NoticeKind, "alert" | "status" | undefined> = {
  whatsapp_restricted: "alert",
  away: undefined,
  ai_agent: "status",
};

/** A message of the suite's own above the list, of about a row's size and no row (facts, section 2.2). */
export function Notice({ kind, title, text }: { kind: NoticeKind; title: string; text: string }) {
  return (
    <div
      role={ROLES[kind]}
      className={cx(
        "flex:none;min-height:104px;margin:10px 12px;padding:12px;border-radius:8px;background:var(--warn)",
      )}
    >
      <strong>{title}</strong>
      <p className={cx("color:var(--faint);margin-top:4px")}>{text}</p>
    </div>
  );
}
