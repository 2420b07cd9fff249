import { cx } from "#test/business-suite/style/atomic.ts";
import { usePage } from "./context.tsx";
import { Icon, type IconName } from "./icon.tsx";

const PLACES: readonly IconName[] = ["home", "bell", "inbox", "planner", "ads", "insights", "menu"];

/** The suite's own navigation, 80 px wide. */
export function NavRail() {
  const { words } = usePage();
  return (
    <nav
      role="navigation"
      className={cx(
        "display:flex;flex-direction:column;align-items:center;gap:6px;width:80px;flex:none;padding:12px 0;background:var(--surface);border-inline-end:1px solid var(--line)",
      )}
    >
      <Logo />
      {PLACES.map((name) => (
        <a
          key={name}
          href="#"
          aria-label={name === "home" ? words.home : name === "inbox" ? words.inbox : undefined}
          aria-current={name === "inbox" ? "page" : undefined}
          onClick={(event) => event.preventDefault()}
          className={cx(
            "display:grid;place-items:center;width:44px;height:44px;border-radius:8px",
            ":hover>background:var(--hover)",
            name === "inbox" ? "color:var(--accent);background:var(--selected)" : "color:var(--faint)",
          )}
        >
          <Icon name={name} size={22} />
        </a>
      ))}
    </nav>
  );
}

/** A mark of no one's: a ring. */
function Logo() {
  return (
    <div
      aria-hidden="true"
      className={cx(
        "width:30px;height:30px;margin-bottom:10px;border:6px solid var(--accent);border-radius:50%",
      )}
    />
  );
}
