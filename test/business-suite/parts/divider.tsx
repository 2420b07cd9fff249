import { cx } from "#test/business-suite/style/atomic.ts";
import { usePage } from "./context.tsx";

/** The date above a group; it dates the group, not each bubble. */
export function Divider({ text }: { text: string }) {
  const { dividers } = usePage().state.config;
  if (dividers === "none") return null;
  return (
    <div
      role={dividers === "separator" ? "separator" : undefined}
      className={cx("padding:12px 0 8px;text-align:center;color:var(--faint);font-size:12px;font-weight:600")}
    >
      {text}
    </div>
  );
}
