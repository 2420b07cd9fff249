import { cx } from "#test/business-suite/style/atomic.ts";

const LINES = ["a", "b", "c", "d", "e", "f"];

/** What stands there before the inbox does. */
export function Skeleton() {
  return (
    <div
      className={cx("display:flex;flex-direction:column;gap:22px;width:360px;padding:70px 16px;opacity:0.7")}
    >
      {LINES.map((line) => (
        <div key={line} className={cx("display:flex;gap:12px;align-items:center")}>
          <div className={cx("width:48px;height:48px;border-radius:50%;background:var(--skeleton)")} />
          <div className={cx("flex:1;height:14px;border-radius:7px;background:var(--skeleton)")} />
        </div>
      ))}
    </div>
  );
}
