import { cx } from "#test/business-suite/style/atomic.ts";
import { usePage } from "./context.tsx";
import { Icon } from "./icon.tsx";
import { Face } from "./picture.tsx";

/** The Page's name, and a heading that is not a customer's name. */
export function TopBar() {
  const { state, words } = usePage();
  const { pageName, headings } = state.config;
  return (
    <div
      role="banner"
      className={cx(
        "display:flex;align-items:center;gap:16px;height:56px;flex:none;padding:0 16px;background:var(--surface)",
      )}
    >
      <div
        role={headings ? "heading" : undefined}
        aria-level={headings ? 1 : undefined}
        className={cx("font-size:20px;font-weight:700;line-height:28px")}
      >
        {words.inbox}
      </div>
      <div className={cx("flex:1")} />
      <div
        role="button"
        tabIndex={0}
        aria-label={pageName}
        className={cx(
          "display:flex;align-items:center;gap:8px;height:36px;padding:0 10px;border:1px solid var(--line);border-radius:8px",
          ":hover>background:var(--hover)",
        )}
      >
        <Face name={pageName} size={24} alt="" />
        <strong>{pageName}</strong>
        <Icon name="chevron" size={16} />
      </div>
    </div>
  );
}
